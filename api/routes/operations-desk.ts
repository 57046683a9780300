import type { Operation } from '../operation';

export const operationsDeskOperations: readonly Operation[] = [];
