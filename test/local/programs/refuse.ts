import { tellParent } from '../../../local/parent-link';

void tellParent({ kind: 'refusal', sentence: 'The cupboard is bare.' }).then(() => process.exit(1));
