import type { PurchaseQuotes } from '../../../api/money/purchases-port';

export const fakePurchaseQuotes = (): PurchaseQuotes => ({});
