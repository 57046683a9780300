import type { Instant } from './calendar-date';
import { sumCents, type Cents } from './cents';
import { type AccountCode, CHART_OF_ACCOUNTS, type Side } from './chart-of-accounts';
import { LeaseError } from './errors';
import type { LeaseId, MerchantId } from './ids';

export type { AccountCode, Side } from './chart-of-accounts';

/** What happened, in the past tense. Each is built in one place. */
export type EntryKind =
  'InitialPaymentCaptured' | 'InitialPaymentRefunded' | 'MerchantFunded' | 'LeaseOpened' | MovementKind;

/** Events whose entry moves one amount from one account to another: see `ledger-movements.ts`. */
export type MovementKind =
  | 'MerchantPaid'
  | 'MerchantCreditReturned'
  | 'MerchandiseReturned'
  | 'PriceAdjusted'
  | 'RentReduced'
  | 'DebitFiled'
  | 'DebitSettled'
  | 'DebitReturned'
  | 'SettledDebitReturned'
  | 'CardPaymentTaken'
  | 'LateFeeAssessed'
  | 'LateFeeWaived'
  | 'RefundOwed'
  | 'RefundFiled'
  | 'RefundReturned'
  | 'CardRefunded'
  | 'RentForgone'
  | 'RentEarned'
  | 'MerchandiseExpensed';

/** One line of an entry. The side tells the direction; the amount is always above zero. */
export interface Posting {
  account: AccountCode;
  side: Side;
  amountCents: Cents;
}

/** One business event in the ledger. Nothing in it is ever changed; what was wrong is reversed by another entry. */
export interface JournalEntry {
  /** names the event, so that it is posted once however often it is reported */
  key: string;
  kind: EntryKind;
  /** whose balances the postings move */
  leaseId?: LeaseId;
  merchantId?: MerchantId;
  /** Workflow time of the event; never the clock of who posts it */
  occurredAt: Instant;
  postings: readonly Posting[];
}

/**
 * The one constructor of journal entries.
 *
 * @throws LeaseError ENTRY_UNBALANCED when debits and credits differ, when an amount is not above zero, or when there is
 * nothing to post
 */
export function journalEntry(entry: JournalEntry): JournalEntry {
  const debits = total(entry.postings, 'debit');
  const credits = total(entry.postings, 'credit');
  if (debits !== credits || debits === 0 || entry.postings.some(({ amountCents }) => amountCents <= 0)) {
    throw new LeaseError('ENTRY_UNBALANCED', `${entry.key}: debits ${debits}, credits ${credits} cents`);
  }
  return entry;
}

/**
 * The entry that undoes another: the same accounts and amounts with the sides exchanged.
 *
 * @param undoing key, kind and Workflow time of the event that undoes it
 */
export function reverse(entry: JournalEntry, undoing: Pick<JournalEntry, 'key' | 'kind' | 'occurredAt'>): JournalEntry {
  const postings = entry.postings.map((posting) => ({ ...posting, side: otherSide(posting.side) }));
  return journalEntry({ ...entry, ...undoing, postings });
}

/** What was ever debited and credited. The difference is taken only when a question is asked. */
export interface Turnover {
  debitsCents: Cents;
  creditsCents: Cents;
}

/**
 * What an account holds, in integer US cents: debits minus credits for a debit account, credits minus debits for a
 * credit account. Negative only when the account stands on the wrong side.
 */
export function balanceCents(account: AccountCode, { debitsCents, creditsCents }: Turnover): number {
  const netCents = debitsCents - creditsCents;
  return CHART_OF_ACCOUNTS[account].normalSide === 'debit' ? netCents : 0 - netCents;
}

function total(postings: readonly Posting[], side: Side): Cents {
  return sumCents(postings.filter((posting) => posting.side === side).map(({ amountCents }) => amountCents));
}

const otherSide = (side: Side): Side => (side === 'debit' ? 'credit' : 'debit');
