import { type Db } from '../../db/database';
import { postEntries } from '../../db/ledger';
import { insertSchedule } from '../../db/schedules';
import type { CalendarDate, Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId, merchantId, messageId, storeId, type LeaseId } from '../../domain/ids';
import type { LeaseStatus } from '../../domain/lease-status';
import { initialPaymentCaptured, initialPaymentRefunded, leaseFunded } from '../../domain/ledger-entries';
import { levelPayments } from '../../domain/payment-schedule';
import { addServicing } from './books-servicing';

const at = '2026-11-24T20:14:38.000Z' as Instant;
const MERCHANT = merchantId('M-1');
const STORE = storeId('M-1-S1');
const money = {
  invoice_total_cents: cents(100_000),
  total_to_own_cents: cents(200_000),
  initial_payment_cents: cents(4_900),
};

/** Leases in the states between which money moves, each with the entries and the schedule it should have. */
export const WORLD = {
  approved: leaseId('1000001'),
  refunded: leaseId('1000002'),
  signed: leaseId('1000003'),
  accepted: leaseId('1000004'),
  funded: leaseId('1000005'),
  denied: leaseId('1000006'),
  expired: leaseId('1000007'),
  serviced: leaseId('1000008'),
  bought: leaseId('1000009'),
  returned: leaseId('1000010'),
} as const;

const about = (lease: LeaseId) => ({ leaseId: lease, merchantId: MERCHANT, occurredAt: at });
const capture = (lease: LeaseId) => ({ ...about(lease), round: 1, amountCents: money.initial_payment_cents });

export const fundedEntries = (lease: LeaseId) =>
  leaseFunded({
    ...about(lease),
    invoiceTotalCents: money.invoice_total_cents,
    totalToOwnCents: money.total_to_own_cents,
    initialPaymentCents: money.initial_payment_cents,
  });

/** Example A of domain.md 3.1: 26 payments, every other Friday. */
const schedule = levelPayments(cents(195_100), 26).map((amountCents, index) => ({
  number: index + 1,
  dueOn: `2027-01-${String(index + 1).padStart(2, '0')}` as CalendarDate,
  amountCents,
}));

export async function createWorld(db: Db): Promise<void> {
  await createMerchant(db);
  await addLease(db, WORLD.approved, 'approved');
  await addLease(db, WORLD.refunded, 'approved');
  await addLease(db, WORLD.signed, 'contracts_received', money);
  await addLease(db, WORLD.accepted, 'lease_accepted', money);
  await addLease(db, WORLD.denied, 'denied');
  await addLease(db, WORLD.expired, 'approval_expired');
  for (const [lease, servicing_state] of FUNDED) {
    await addLease(db, lease, 'funded', { ...money, funded_at: at, servicing_state });
  }
  const fundedLeases = FUNDED.map(([lease]) => lease);
  const captured = [WORLD.refunded, WORLD.signed, WORLD.accepted, ...fundedLeases].map(capture);
  await postEntries(db, [
    ...captured.map(initialPaymentCaptured),
    initialPaymentRefunded(capture(WORLD.refunded)),
    ...fundedLeases.flatMap(fundedEntries),
  ]);
  for (const lease of fundedLeases) await insertSchedule(db, lease, schedule);
  await addServicing(db, { merchantId: MERCHANT, ...WORLD });
}

const FUNDED = [
  [WORLD.funded, 'active'],
  [WORLD.serviced, 'past_due'],
  [WORLD.bought, 'owned_by_buyout'],
  [WORLD.returned, 'returned'],
] as const;

async function createMerchant(db: Db): Promise<void> {
  await db
    .insertInto('merchants')
    .values({
      merchant_id: MERCHANT,
      name: 'One',
      total_to_own_bps: 20_000,
      initial_payment_cents: money.initial_payment_cents,
      min_invoice_cents: cents(10_000),
      max_invoice_cents: cents(500_000),
      term_months: 12,
    })
    .execute();
  await db
    .insertInto('stores')
    .values({
      store_id: STORE,
      merchant_id: MERCHANT,
      name: 'S',
      kind: 'store',
      state: 'TX',
      time_zone: 'America/Chicago',
    })
    .execute();
}

async function addLease(db: Db, id: LeaseId, status: LeaseStatus, extra: object = {}): Promise<void> {
  const nothing = Buffer.alloc(0);
  await db
    .insertInto('applicants')
    .values({
      ...{ lease_id: id, merchant_id: MERCHANT, store_id: STORE, message_id: messageId(`m-${id}`) },
      ...{ language: 'en', home_state: 'TX', pay_frequency: 'biWeekly', terms: '{}' },
      ...{ last_paid_on: '2026-11-13' as CalendarDate, next_paid_on: '2026-11-27' as CalendarDate },
      ...{ details: nothing, ssn_lookup: nothing, last4_lookup: nothing, phone_lookup: nothing, birth_lookup: nothing },
    })
    .execute();
  await db
    .insertInto('leases')
    .values({
      ...{ lease_id: id, merchant_id: MERCHANT, store_id: STORE, status, version: 3, last_sequence: 1 },
      ...{ created_at: at, updated_at: at },
      ...extra,
    })
    .execute();
}
