import type { Operation } from '../operation';

export const returnOperations: readonly Operation[] = [];
