import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLifecycle } from './lifecycle-findings';
import { lifecycleParts, withParts } from './lifecycle-page';

/** Writes the generated parts of docs/LIFECYCLE.md anew. */
const path = join(__dirname, '../../docs/LIFECYCLE.md');
writeFileSync(path, withParts(readFileSync(path, 'utf8'), lifecycleParts(findLifecycle())));
process.stdout.write(`wrote ${path}\n`);
