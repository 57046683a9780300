/** To be filled by its owner. */
export type PaymentReads = object;
