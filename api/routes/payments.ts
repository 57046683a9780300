import type { Operation } from '../operation';

export const paymentOperations: readonly Operation[] = [];
