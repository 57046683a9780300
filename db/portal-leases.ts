import { type RawBuilder, sql } from 'kysely';
import { foldedName } from '../domain/folded-name';
import type { MerchantId, StoreId } from '../domain/ids';
import { nameLookup, openDetails } from './applicants';
import type { Cipher } from './cipher';
import type { Db } from './database';
import type { LeaseRow } from './leases';

/** A store's desk warns this long before an approval or a contract runs out. */
const EXPIRING_DAYS = 7;

/** So long what is funded stays on the list, and so long a contract that ran out. */
const FUNDED_DAYS = 7;
const EXPIRED_DAYS = 30;

/** Names of so many words are tried as family names: García López, de la Cruz. */
const NAME_WORDS_MAX = 4;

/** Whose leases: a retailer's, of these stores. */
export interface DeskScope {
  merchantId: MerchantId;
  storeIds: readonly StoreId[];
}

export interface DeskRow extends LeaseRow {
  customerName: string;
  hasShipments: boolean;
}

type Condition = RawBuilder<boolean>;

const daysAgo = (days: number) => sql`now() - make_interval(days => ${days})`;

/** When what is waited for runs out. */
const DEADLINE = sql`case status when 'contracts' then contracts_expire_at else approval_expires_at end`;

/** A lease of the sandbox may be days ahead of our clock: that it was warned says the same by its own. */
const WARNED: Condition = sql`exists (
  select 1 from timeline line
   where line.lease_id = leases.lease_id and line.type in ('approval.expiring', 'contract.expiring')
     and (line.data ->> 'daysLeft')::int <= ${EXPIRING_DAYS} and (line.data ->> 'expiresAt')::timestamptz = ${DEADLINE})`;

const EXPIRING: Condition = sql`
  status in ('approved', 'contracts') and (${DEADLINE} <= now() + make_interval(days => ${EXPIRING_DAYS}) or ${WARNED})`;

const TROUBLED: Condition = sql`
  (status in ('contracts', 'lease_accepted') and (is_blocked or is_overdue))
  or (status = 'contracts_expired' and updated_at > ${daysAgo(EXPIRED_DAYS)})
  or funding_state in ('held', 'bank_returned')`;

const isCalm: Condition = sql`not (is_blocked or is_overdue)`;

/** Who waits for what, in SQL. No lease is in two of them: what needs attention is taken out of the rest. */
const DESK_GROUPS = {
  attention: { where: sql`(${TROUBLED}) or (${EXPIRING})`, order: sql`updated_at desc` },
  unsigned: {
    where: sql`status = 'contracts' and ${isCalm} and not (${EXPIRING})`,
    order: sql`contracts_expire_at`,
  },
  deliverable: {
    where: sql`status = 'lease_accepted' and is_ok_to_deliver and funding_scheduled_for is null and ${isCalm}`,
    order: sql`updated_at desc`,
  },
  delivered: {
    where: sql`status = 'lease_accepted' and funding_scheduled_for is not null and ${isCalm}`,
    order: sql`funding_scheduled_for`,
  },
  funded: {
    where: sql`status = 'funded' and funded_at > ${daysAgo(FUNDED_DAYS)} and updated_at > ${daysAgo(FUNDED_DAYS)}
               and funding_state not in ('held', 'bank_returned')`,
    order: sql`funded_at desc`,
  },
} as const;

export type DeskGroup = keyof typeof DESK_GROUPS;

/**
 * The first leases of a group, and how many there are in all, in one statement.
 * @param shownCount at most so many rows
 */
export async function readDeskGroup(
  db: Db,
  cipher: Cipher,
  { merchantId, storeIds }: DeskScope,
  group: DeskGroup,
  shownCount: number,
): Promise<{ rows: DeskRow[]; count: number }> {
  if (storeIds.length === 0) return { rows: [], count: 0 };
  const { where, order } = DESK_GROUPS[group];
  const page = sql<LeaseRow & { count: number }>`
    select leases.*, count(*) over () as count from leases
     where merchant_id = ${merchantId} and store_id = any(${[...storeIds]}) and (${where})
     order by ${order}, lease_id limit ${shownCount}`;
  const { rows } = await withCustomers<LeaseRow & { count: number }>(page, order).execute(db);
  return { rows: rows.map((row) => deskRow(cipher, row)), count: rows[0]?.count ?? 0 };
}

/**
 * Leases that somebody at the desk may mean by a number or a name: lease ID, invoice number, family name.
 * @returns the newest first
 */
export async function findDeskLeases(
  db: Db,
  cipher: Cipher,
  { merchantId, storeIds }: DeskScope,
  { text, max }: { text: string; max: number },
): Promise<DeskRow[]> {
  if (storeIds.length === 0) return [];
  const names = familyNames(text).map((name) => nameLookup(cipher, name));
  const newest = sql`created_at desc`;
  const found = sql<LeaseRow>`
    select leases.* from leases
     where store_id = any(${[...storeIds]}) and lease_id in (
             select lease_id from leases where merchant_id = ${merchantId} and lease_id = ${text}
             union select lease_id from leases where merchant_id = ${merchantId} and invoice_number = ${text}
             union select lease_id from applicants where merchant_id = ${merchantId} and name_lookup = any(${names}))
     order by ${newest}, lease_id desc limit ${max}`;
  const { rows } = await withCustomers(found, newest).execute(db);
  return rows.map((row) => deskRow(cipher, row));
}

interface Customer {
  details: Buffer;
  has_shipments: boolean;
}

/** The customers of the rows that are shown, and of no others. */
function withCustomers<Row extends LeaseRow>(page: RawBuilder<Row>, order: RawBuilder<unknown>) {
  return sql<Row & Customer>`
    select page.*, applicants.details,
           exists (select 1 from shipments s where s.lease_id = page.lease_id and s.round = page.contract_round)
             as has_shipments
      from (${page}) page join applicants on applicants.lease_id = page.lease_id
     order by ${order}, page.lease_id`;
}

function deskRow(cipher: Cipher, row: LeaseRow & Customer): DeskRow {
  const { customer } = openDetails(cipher, row.lease_id, row.details);
  return { ...row, customerName: shortName(customer), hasShipments: row.has_shipments };
}

/** `Ana R.`: enough to tell two orders apart, and no more. */
export const shortName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${[...lastName][0] ?? ''}.`;

/** `Ana García López` may be looked for whole, or by what comes last in it. */
function familyNames(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const endings = words.map((_, index) => words.slice(index).join(' ')).slice(-NAME_WORDS_MAX);
  return [...new Set([text, ...endings])].filter((name) => foldedName(name) !== '');
}
