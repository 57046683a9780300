import type { Operation } from '../operation';

export const fundingOperations: readonly Operation[] = [];
