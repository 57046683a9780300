import type { OperationsDesk } from '../../../api/money/operations-desk-port';

export const fakeOperationsDesk = (): OperationsDesk => ({});
