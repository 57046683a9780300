import type { Instant } from './calendar-date';
import type { Cents } from './cents';
import type { AccountCode } from './chart-of-accounts';
import type { LeaseId, MerchantId } from './ids';
import { type JournalEntry, journalEntry, type MovementKind } from './ledger';

interface Movement {
  debit: AccountCode;
  credit: AccountCode;
}

/**
 * Which accounts each event moves money between. One table, read by {@link movement} for one event and by
 * `db/ledger-sets.ts` for a whole run's events at once, so that both post the same.
 */
export const MOVEMENTS: Readonly<Record<MovementKind, Movement>> = {
  // a run pays a merchant what netting left (domain.md 3.10); the bank may give it back (5.7)
  MerchantPaid: { debit: 'merchant_payable', credit: 'bank_clearing' },
  MerchantCreditReturned: { debit: 'bank_clearing', credit: 'merchant_payable' },
  // goods or a part of the price go back (domain.md 3.9): the merchant owes it, the customer owes less rent
  MerchandiseReturned: { debit: 'merchant_payable', credit: 'leased_merchandise' },
  PriceAdjusted: { debit: 'merchant_payable', credit: 'leased_merchandise' },
  RentReduced: { debit: 'rent_to_be_earned', credit: 'customer_balance' },
  // a debit: filed, settled, or returned before or after it settled
  DebitFiled: { debit: 'bank_clearing', credit: 'collections_in_transit' },
  DebitSettled: { debit: 'collections_in_transit', credit: 'customer_balance' },
  DebitReturned: { debit: 'collections_in_transit', credit: 'bank_clearing' },
  SettledDebitReturned: { debit: 'customer_balance', credit: 'bank_clearing' },
  CardPaymentTaken: { debit: 'card_clearing', credit: 'customer_balance' },
  LateFeeAssessed: { debit: 'customer_balance', credit: 'late_fee_income' },
  LateFeeWaived: { debit: 'late_fee_income', credit: 'customer_balance' },
  // money back to the customer: owed at once, paid by the way it came
  RefundOwed: { debit: 'customer_balance', credit: 'customer_refunds_payable' },
  RefundFiled: { debit: 'customer_refunds_payable', credit: 'bank_clearing' },
  RefundReturned: { debit: 'bank_clearing', credit: 'customer_refunds_payable' },
  CardRefunded: { debit: 'customer_refunds_payable', credit: 'card_clearing' },
  // the end of a lease: what will never be due, what was earned, and the goods that stay with the customer
  RentForgone: { debit: 'rent_to_be_earned', credit: 'customer_balance' },
  RentEarned: { debit: 'rent_to_be_earned', credit: 'rent_earned' },
  MerchandiseExpensed: { debit: 'cost_of_leased_merchandise', credit: 'leased_merchandise' },
};

export interface MovementEvent {
  /** names the event, so that it is posted once */
  key: string;
  leaseId?: LeaseId;
  merchantId?: MerchantId;
  amountCents: Cents;
  /** business time of the event */
  occurredAt: Instant;
}

/**
 * The entry of an event that moves one amount.
 *
 * @throws LeaseError ENTRY_UNBALANCED when the amount is not above zero
 */
export function movement(kind: MovementKind, { amountCents, ...event }: MovementEvent): JournalEntry {
  const { debit, credit } = MOVEMENTS[kind];
  return journalEntry({
    ...event,
    kind,
    postings: [
      { account: debit, side: 'debit', amountCents },
      { account: credit, side: 'credit', amountCents },
    ],
  });
}
