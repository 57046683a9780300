import { type Selectable, sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { LeaseId, MerchantId, MessageId } from '../domain/ids';
import type { LeaseOrigin } from '../domain/lease/state';
import type { PayFrequency, ProgramTerms } from '../domain/program';
import { type ApplicantDetails, lookupKeys, sealDetails } from './applicants';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import type { StoresTable } from './schema';

export interface NewApplication {
  leaseId: LeaseId;
  messageId: MessageId;
  store: Selectable<StoresTable>;
  terms: ProgramTerms;
  movedFrom: LeaseId | null;
  content: Pick<ApplicantDetails, 'customer' | 'bankAccount'> & {
    language: 'en' | 'es';
    income: {
      monthlyIncomeCents: number;
      payFrequency: PayFrequency;
      lastPaidOn: CalendarDate;
      nextPaidOn: CalendarDate;
    };
  };
  receivedAt: Instant;
}

/** Keeps the person, and the row of a lease that is not decided yet. */
export async function insertApplication(trx: Trx, cipher: Cipher, application: NewApplication): Promise<void> {
  const { leaseId, messageId, store, terms, movedFrom, content, receivedAt } = application;
  const { customer, bankAccount, income, language } = content;
  const { monthlyIncomeCents, payFrequency, lastPaidOn, nextPaidOn } = income;
  await trx
    .insertInto('applicants')
    .values({
      lease_id: leaseId,
      message_id: messageId,
      merchant_id: store.merchant_id,
      store_id: store.store_id,
      language,
      home_state: customer.address.state,
      pay_frequency: payFrequency,
      last_paid_on: lastPaidOn,
      next_paid_on: nextPaidOn,
      terms: JSON.stringify(terms),
      moved_from: movedFrom,
      details: sealDetails(cipher, leaseId, { customer, monthlyIncomeCents, bankAccount }),
      ...lookupKeys(cipher, leaseId, { customer }),
    })
    .execute();
  await trx
    .insertInto('leases')
    .values({
      lease_id: leaseId,
      merchant_id: store.merchant_id,
      store_id: store.store_id,
      status: 'pending',
      version: 0,
      last_sequence: 0,
      created_at: receivedAt,
      updated_at: receivedAt,
    })
    .execute();
}

/** What a lease starts from. Read back rather than handed on, so that a repeat starts the very same lease. */
export async function readOrigin(db: Db, leaseId: LeaseId): Promise<LeaseOrigin> {
  const row = await db
    .selectFrom('applicants')
    .innerJoin('stores', 'stores.store_id', 'applicants.store_id')
    .select([
      'applicants.merchant_id',
      'applicants.store_id',
      'applicants.home_state',
      'applicants.pay_frequency',
      'applicants.terms',
      'stores.state',
      'stores.kind',
      'stores.customer_takes_goods',
    ])
    .where('applicants.lease_id', '=', leaseId)
    .executeTakeFirstOrThrow();
  return {
    leaseId,
    merchantId: row.merchant_id,
    storeId: row.store_id,
    storeState: row.state,
    homeState: row.home_state,
    payFrequency: row.pay_frequency,
    terms: row.terms,
    customerTakesGoods: row.customer_takes_goods,
    warnsOfExpiry: true,
    ...(row.kind === 'web' ? { isWebStore: true } : {}),
  };
}

/** The approval of the merchant's own stores that this customer could take over in another channel (T29). */
export async function findMovableApproval(
  db: Db | Trx,
  cipher: Cipher,
  { merchantId, ssn }: { merchantId: MerchantId; ssn: string },
): Promise<LeaseId | null> {
  const row = await db
    .selectFrom('leases')
    .innerJoin('applicants', 'applicants.lease_id', 'leases.lease_id')
    .innerJoin('stores', 'stores.store_id', 'leases.store_id')
    .select('leases.lease_id')
    .where('applicants.merchant_id', '=', merchantId)
    .where('applicants.ssn_lookup', '=', cipher.lookup('ssn', ssn))
    .where('leases.status', '=', 'approved')
    .where('stores.kind', '=', 'store')
    .orderBy('leases.approval_expires_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.lease_id ?? null;
}

export async function movedFrom(db: Db, leaseId: LeaseId): Promise<LeaseId | null> {
  const { moved_from } = await db
    .selectFrom('applicants')
    .select('moved_from')
    .where('lease_id', '=', leaseId)
    .executeTakeFirstOrThrow();
  return moved_from;
}

/** Applications that were kept, but whose lease has not written its first line. */
export async function unstartedLeases(
  db: Db,
  olderThanSeconds: number,
): Promise<{ leaseId: LeaseId; messageId: MessageId; requestId: string; actor: string }[]> {
  const rows = await db
    .selectFrom('leases')
    .innerJoin('applicants', 'applicants.lease_id', 'leases.lease_id')
    .innerJoin('requests', 'requests.message_id', 'applicants.message_id')
    .select(['leases.lease_id', 'applicants.message_id', 'requests.request_id', 'requests.actor'])
    .where('leases.status', '=', 'pending')
    .where('leases.version', '=', 0)
    .where(sql<boolean>`requests.received_at < now() - make_interval(secs => ${olderThanSeconds})`)
    .execute();
  return rows.map((row) => ({
    leaseId: row.lease_id,
    messageId: row.message_id,
    requestId: row.request_id,
    actor: row.actor,
  }));
}
