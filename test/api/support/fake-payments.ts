import type { PaymentReads } from '../../../api/money/payments-port';

export const fakePaymentReads = (): PaymentReads => ({});
