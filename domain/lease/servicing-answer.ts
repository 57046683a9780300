import type { Cents } from '../cents';
import type { ErrorCode } from '../errors';
import type { LeasePricing } from '../pricing';

/**
 * What SQL answers when a servicing report was carried out: its amounts depend on the ledger, so not the lease but the
 * ledger's side judges them. Refused changes nothing anywhere.
 */
export type ServicingAnswer =
  { outcome: 'refused'; code: ErrorCode; detail: string } | { outcome: 'accepted'; fact: ServicingFact };

export type ServicingFact =
  | { kind: 'return_authorized'; isReturnEligible: boolean }
  | ReturnFact
  | { kind: 'payment_taken'; amountCents: Cents; isPaidOff: boolean }
  | { kind: 'payment_scheduled' | 'payment_cancelled'; amountCents: Cents }
  | { kind: 'bought_out'; amountCents: Cents }
  | { kind: 'paid_off' };

/** Goods came back, or a price went down. The order as it is afterwards; `isWhole` ends the lease. */
export interface ReturnFact {
  kind: 'returned' | 'price_adjusted';
  number: number;
  isWhole: boolean;
  merchantDebitCents: Cents;
  customerRefundCents: Cents;
  /** its lines with goods left, for a delivery that is still to come; absent: as they were */
  linesLeft?: { lineNumber: number; quantity: number }[];
  /** what is left of the order */
  invoiceTotalCents: Cents;
  /** pricing of what is left: total to own, and how the rest of it is to be paid */
  pricing: LeasePricing;
}
