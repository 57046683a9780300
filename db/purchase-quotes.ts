import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { CalendarDate } from '../domain/calendar-date';
import type { LeaseId, MessageId } from '../domain/ids';
import { type PurchaseQuote, quotePurchase } from '../domain/purchase-option/quote';
import type { PurchaseFacts } from '../domain/purchase-option/purchase-facts';
import type { Db, Trx } from './database';
import type { LeaseRow } from './leases';
import { readPurchaseFacts } from './purchase-facts';
import type { PurchaseQuotesTable } from './schema-money';

export type QuoteRow = Selectable<PurchaseQuotesTable>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Changes with anything that the price depends on; a debit that is only on its way changes nothing yet. */
export const stateOfAccount = ({ expectedOn: _, ...facts }: PurchaseFacts): string => sha256(JSON.stringify(facts));

/**
 * Prices early purchase as of a day and keeps the quote. The same lease, day and account give the same quote.
 * @throws Error when the lease is not Funded
 */
export async function keepQuote(
  db: Db | Trx,
  lease: LeaseRow,
  asOfOn: CalendarDate,
): Promise<{ quoteId: string; asOfOn: CalendarDate } & PurchaseQuote> {
  const facts = await readPurchaseFacts(db, lease, asOfOn);
  const quote = quotePurchase(facts, asOfOn);
  const account = stateOfAccount(facts);
  const quoteId = `QTE-${sha256(JSON.stringify([lease.lease_id, asOfOn, account])).slice(0, 20)}`;
  await db
    .insertInto('purchase_quotes')
    .values({
      quote_id: quoteId,
      lease_id: lease.lease_id,
      as_of_on: asOfOn,
      good_through_on: quote.goodThroughOn,
      amount_cents: quote.amountCents,
      formula: quote.formula,
      breakdown: JSON.stringify(quote.breakdown),
      state_of_account: account,
    })
    // The price is the same; how long it holds may have changed with what is on its way.
    .onConflict((conflict) => conflict.column('quote_id').doUpdateSet({ good_through_on: quote.goodThroughOn }))
    .execute();
  return { quoteId, asOfOn, ...quote };
}

export async function findQuote(trx: Trx, leaseId: LeaseId, quoteId: string): Promise<QuoteRow | undefined> {
  return await trx
    .selectFrom('purchase_quotes')
    .selectAll()
    .where('quote_id', '=', quoteId)
    .where('lease_id', '=', leaseId)
    .executeTakeFirst();
}

/** The quote that this message takes, if it has found one that held. */
export async function quoteTakenBy(trx: Trx, leaseId: LeaseId, messageId: MessageId): Promise<QuoteRow | undefined> {
  return await trx
    .selectFrom('purchase_quotes')
    .selectAll()
    .where('lease_id', '=', leaseId)
    .where('accepted_by', '=', messageId)
    .executeTakeFirst();
}

/** From now on this message has found the quote good: what happens to the account meanwhile no longer matters to it. */
export async function takeQuote(trx: Trx, quoteId: string, messageId: MessageId): Promise<void> {
  await trx.updateTable('purchase_quotes').set({ accepted_by: messageId }).where('quote_id', '=', quoteId).execute();
}

/** Its card was refused: the quote is free for another try. */
export async function leaveQuote(trx: Trx, messageId: MessageId): Promise<void> {
  await trx.updateTable('purchase_quotes').set({ accepted_by: null }).where('accepted_by', '=', messageId).execute();
}

/** True when the account is in the state that the quote priced. */
export async function isAccountAsQuoted(trx: Trx, lease: LeaseRow, quote: QuoteRow): Promise<boolean> {
  return stateOfAccount(await readPurchaseFacts(trx, lease, quote.as_of_on)) === quote.state_of_account;
}
