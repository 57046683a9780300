import type { Instant } from './calendar-date';
import type { Cents } from './cents';
import type { LeaseId, MerchantId } from './ids';
import { type AccountCode, type JournalEntry, journalEntry, type Posting, reverse } from './ledger';

interface LeaseEvent {
  leaseId: LeaseId;
  merchantId: MerchantId;
  /** Workflow time */
  occurredAt: Instant;
}

export interface InitialPaymentEvent extends LeaseEvent {
  /** the contract it belongs to: each round captures, and gives back, at most once */
  round: number;
  amountCents: Cents;
}

export interface FundedEvent extends LeaseEvent {
  invoiceTotalCents: Cents;
  totalToOwnCents: Cents;
  /** captured at signing; zero where the program asks for none */
  initialPaymentCents: Cents;
}

/**
 * The customer signed and the card paid. Until Funded the money is the customer's: a cancelled order gives all of it
 * back (domain.md T14, T17, 3.3).
 *
 * @throws LeaseError ENTRY_UNBALANCED when the amount is not above zero: then nothing was captured
 */
export function initialPaymentCaptured(event: InitialPaymentEvent): JournalEntry {
  const { leaseId, merchantId, round, amountCents, occurredAt } = event;
  return journalEntry({
    key: `capture-initial-payment:${leaseId}:${round}`,
    kind: 'InitialPaymentCaptured',
    leaseId,
    merchantId,
    occurredAt,
    postings: move(amountCents, { debit: 'card_clearing', credit: 'refundable_initial_payments' }),
  });
}

/**
 * The order was cancelled and the whole initial payment is given back (domain.md T17). Reverses the capture of the round.
 *
 * @throws LeaseError ENTRY_UNBALANCED when the amount is not above zero
 */
export function initialPaymentRefunded(event: InitialPaymentEvent): JournalEntry {
  const { leaseId, round, occurredAt } = event;
  const key = `refund-initial-payment:${leaseId}:${round}`;
  return reverse(initialPaymentCaptured(event), { key, kind: 'InitialPaymentRefunded', occurredAt });
}

/**
 * Everything a lease posts when it becomes Funded (domain.md T20): the order is bought and the merchant payable, the
 * customer owes the total to own, and the initial payment becomes the customer's first payment.
 *
 * @returns `MerchantFunded` and `LeaseOpened`, to be posted together
 * @throws LeaseError ENTRY_UNBALANCED when invoice or total to own is not above zero
 */
export function leaseFunded(event: FundedEvent): [merchantFunded: JournalEntry, leaseOpened: JournalEntry] {
  const { leaseId, merchantId, occurredAt, invoiceTotalCents, totalToOwnCents, initialPaymentCents } = event;
  const about = { leaseId, merchantId, occurredAt };
  const merchantFunded = journalEntry({
    ...about,
    key: `fund-merchant:${leaseId}`,
    kind: 'MerchantFunded',
    postings: move(invoiceTotalCents, { debit: 'leased_merchandise', credit: 'merchant_payable' }),
  });
  const firstPayment = move(initialPaymentCents, { debit: 'refundable_initial_payments', credit: 'customer_balance' });
  const leaseOpened = journalEntry({
    ...about,
    key: `open-lease:${leaseId}`,
    kind: 'LeaseOpened',
    postings: [
      ...move(totalToOwnCents, { debit: 'customer_balance', credit: 'rent_to_be_earned' }),
      ...(initialPaymentCents === 0 ? [] : firstPayment),
    ],
  });
  return [merchantFunded, leaseOpened];
}

function move(amountCents: Cents, { debit, credit }: { debit: AccountCode; credit: AccountCode }): Posting[] {
  return [
    { account: debit, side: 'debit', amountCents },
    { account: credit, side: 'credit', amountCents },
  ];
}
