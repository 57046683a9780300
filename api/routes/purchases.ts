import type { Operation } from '../operation';

export const purchaseOperations: readonly Operation[] = [];
