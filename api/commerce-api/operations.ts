import type { EdgeClock, Operation } from '../operation';
import { commerceApplicationOperations } from './applications';
import { commerceCartOperations } from './carts';
import { commerceContractOperations } from './contracts';
import { commerceLookupOperations } from './lookups';
import { commerceNoteOperations } from './notes';
import { commerceReturnOperations } from './returns';

/** For retailers who already speak to the incumbent: its paths and words, translated onto ours (docs/COMMERCE_API.md). */
export const commerceOperations = (clock: EdgeClock): readonly Operation[] => [
  ...commerceApplicationOperations(clock),
  ...commerceLookupOperations,
  ...commerceCartOperations,
  ...commerceContractOperations,
  ...commerceReturnOperations,
  ...commerceNoteOperations,
];
