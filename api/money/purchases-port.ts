/** To be filled by its owner. */
export type PurchaseQuotes = object;
