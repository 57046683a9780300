import { sql } from 'kysely';
import { birthLookup, last4Lookup, phoneLookup } from '../../db/applicants';
import type { Cipher } from '../../db/cipher';
import type { Db, Trx } from '../../db/database';
import { leaseView } from '../../db/leases';
import type { Instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { foldedName } from '../../domain/folded-name';
import { leaseId, type MerchantId } from '../../domain/ids';
import { ACTIONABLE_STATUSES } from '../../domain/lease-status';
import type { LeaseView } from '../../domain/lease-view';
import type { Caller, LookupKey } from '../ports';

const MISSES_MAX = 3;
const LOCK_MINUTES = 15;
const WINDOW_START = sql<Instant>`now() - make_interval(mins => ${LOCK_MINUTES})`;

/** So many at a time: who looks somebody up is not to pay for a long night of guesses. */
const PURGE_MAX = 100;

/**
 * Finds a customer's actionable leases of this retailer. Misses are counted per customer key, so that nobody can try
 * out who is a customer; a match counts for nothing.
 * @throws LeaseError RATE_LIMITED at the fourth miss for one key in 15 minutes
 */
export async function lookUpLeases(db: Db, cipher: Cipher, caller: Caller, key: LookupKey): Promise<LeaseView[]> {
  const { merchantId, storeIds } = caller;
  if (!merchantId) throw new LeaseError('FORBIDDEN', 'only a retailer looks up its own customers');
  const customerKey = cipher.lookup('customer-key', JSON.stringify(customerOf(key)));
  return await db.transaction().execute(async (trx) => {
    // One after another: guesses sent at once would all be counted before any of them had missed.
    await sql`select pg_advisory_xact_lock(${customerKey.readBigInt64BE().toString()}::bigint)`.execute(trx);
    await requireUnlocked(trx, merchantId, customerKey);
    const rows = await trx
      .selectFrom('leases')
      .innerJoin('applicants', 'applicants.lease_id', 'leases.lease_id')
      .selectAll('leases')
      .where('applicants.merchant_id', '=', merchantId)
      .where('leases.status', 'in', ACTIONABLE_STATUSES)
      .where('leases.is_blocked', '=', false)
      .where(storeIds ? sql<boolean>`leases.store_id = any(${[...storeIds]})` : sql<boolean>`true`)
      .where(matches(cipher, key))
      .orderBy('leases.created_at', 'desc')
      .execute();
    if (rows.length === 0) await countMiss(trx, merchantId, customerKey);
    return rows.map(leaseView);
  });
}

/** Without the last four digits: they are what is guessed, so guesses of them count together. */
function customerOf(key: LookupKey): readonly (string | number)[] {
  if ('leaseId' in key) return ['lease', key.leaseId];
  if ('mobilePhone' in key) return ['phone', key.mobilePhone];
  return ['name', foldedName(key.lastName), key.birthYear, key.birthMonth];
}

function matches(cipher: Cipher, key: LookupKey) {
  if ('leaseId' in key) {
    const id = leaseId(key.leaseId);
    return sql<boolean>`applicants.lease_id = ${id} and last4_lookup = ${last4Lookup(cipher, key.last4Ssn, id)}`;
  }
  if ('mobilePhone' in key) return sql<boolean>`phone_lookup = ${phoneLookup(cipher, key.last4Ssn, key.mobilePhone)}`;
  const birthMonth = `${key.birthYear}-${String(key.birthMonth).padStart(2, '0')}`;
  return sql<boolean>`birth_lookup = ${birthLookup(cipher, key.last4Ssn, key.lastName, birthMonth)}`;
}

async function requireUnlocked(trx: Trx, merchantId: MerchantId, customerKey: Buffer): Promise<void> {
  const { misses } = await trx
    .selectFrom('lookup_misses')
    .select((row) => row.fn.countAll<number>().as('misses'))
    .where('merchant_id', '=', merchantId)
    .where('customer_key', '=', customerKey)
    .where('missed_at', '>', WINDOW_START)
    .executeTakeFirstOrThrow();
  if (misses < MISSES_MAX) return;
  throw new LeaseError('RATE_LIMITED', 'too many look-ups without a match', { retryAfterSeconds: LOCK_MINUTES * 60 });
}

/** Takes old misses away on the way, anybody's: hashes of people who asked once are not kept for ever. */
async function countMiss(trx: Trx, merchantId: MerchantId, customerKey: Buffer): Promise<void> {
  await trx.insertInto('lookup_misses').values({ merchant_id: merchantId, customer_key: customerKey }).execute();
  await sql`
    delete from lookup_misses where ctid = any(array(
      select ctid from lookup_misses where missed_at <= ${WINDOW_START} limit ${PURGE_MAX} for update skip locked
    ))`.execute(trx);
}
