import { sql } from 'kysely';
import { sealDetails } from '../../db/applicants';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { postEntries } from '../../db/ledger';
import { paymentId } from '../../db/schedules';
import { calendarDate, type Instant } from '../../domain/calendar-date';
import { cents, sumCents } from '../../domain/cents';
import { leaseId, type LeaseId, merchantId, storeId } from '../../domain/ids';
import { initialPaymentCaptured, leaseFunded } from '../../domain/ledger-entries';
import type { PayFrequency } from '../../domain/program';

const MERCHANT = merchantId('mer_bestsofa');
const FUNDED_AT = '2026-11-24T20:14:38.000Z' as Instant;
const NOBODY = Buffer.alloc(32);

/** A Funded lease as it stands in SQL, with the payments the test speaks of. */
export interface PlantedLease {
  payments: readonly { dueOn: string; amountCents: number; notBeforeOn?: string }[];
  isAutopay?: boolean;
  autopayClass?: 'WEB' | 'PPD';
  state?: string;
  payFrequency?: PayFrequency;
  accountType?: 'checking' | 'savings';
  lastName?: string;
  invoiceTotalCents?: number;
}

let plantedCount = 0;

/** Plants Funded leases in a few statements, with the ledger entries of their funding. @returns their IDs in order */
export async function plantLeases(db: Db, cipher: Cipher, leases: readonly PlantedLease[]): Promise<LeaseId[]> {
  const rows = leases.map((lease) => row(cipher, leaseId(String(2_000_000_000 + (plantedCount += 1))), lease));
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('applicants')
      .values(rows.map(({ applicant }) => applicant))
      .execute();
    await trx
      .insertInto('leases')
      .values(rows.map(({ lease }) => lease))
      .execute();
    await trx
      .insertInto('scheduled_payments')
      .values(rows.flatMap(({ payments }) => payments))
      .execute();
    await postEntries(
      trx,
      rows.flatMap(({ entries }) => entries),
    );
  });
  await sql`ANALYZE`.execute(db);
  return rows.map(({ lease }) => lease.lease_id);
}

function row(cipher: Cipher, id: LeaseId, planted: PlantedLease) {
  const { payments, isAutopay = true, autopayClass = 'WEB', state = 'TX', payFrequency = 'biWeekly' } = planted;
  const rentCents = sumCents(payments.map(({ amountCents }) => cents(amountCents)));
  const [initialCents, totalCents] = [cents(4_900), cents(rentCents + 4_900)];
  const invoiceCents = cents(planted.invoiceTotalCents ?? Math.ceil(totalCents / 2));
  const about = { leaseId: id, merchantId: MERCHANT, occurredAt: FUNDED_AT };
  const place = { lease_id: id, merchant_id: MERCHANT, store_id: storeId('sto_dallas') };
  return {
    applicant: {
      ...place,
      message_id: `apply-${id}` as never,
      ...{ language: 'en' as const, home_state: 'TX', pay_frequency: payFrequency, terms: '{}', moved_from: null },
      ...{ last_paid_on: calendarDate('2026-11-20'), next_paid_on: calendarDate('2026-12-04') },
      details: sealDetails(cipher, id, details(id, planted)),
      ...{ ssn_lookup: NOBODY, last4_lookup: NOBODY, phone_lookup: NOBODY, birth_lookup: NOBODY },
    },
    lease: {
      ...place,
      ...{ status: 'funded' as const, servicing_state: 'active' as const, funding_state: 'eligible' as const },
      ...{ version: 9, last_sequence: 12, contract_round: 1, is_ok_to_deliver: true },
      ...{ invoice_total_cents: invoiceCents, total_to_own_cents: totalCents, initial_payment_cents: initialCents },
      ...{ delivery_state: state, is_autopay: isAutopay, autopay_class: autopayClass },
      ...{ signed_on: calendarDate('2026-11-20'), delivered_on: calendarDate('2026-11-24'), funded_at: FUNDED_AT },
      ...{ created_at: FUNDED_AT, updated_at: FUNDED_AT },
    },
    payments: payments.map(({ dueOn, amountCents, notBeforeOn }, index) => ({
      payment_id: paymentId(id, index + 1),
      lease_id: id,
      number: index + 1,
      due_on: calendarDate(dueOn),
      amount_cents: cents(amountCents),
      debit_not_before_on: notBeforeOn === undefined ? null : calendarDate(notBeforeOn),
    })),
    entries: [
      initialPaymentCaptured({ ...about, round: 1, amountCents: initialCents }),
      ...leaseFunded({
        ...about,
        invoiceTotalCents: invoiceCents,
        totalToOwnCents: totalCents,
        initialPaymentCents: initialCents,
      }),
    ],
  };
}

function details(id: LeaseId, { accountType = 'checking', lastName = 'Vogelsang' }: PlantedLease) {
  const address = { line1: '12 Elm St', city: 'Dallas', state: 'TX', postalCode: '75201' };
  const person = { ssn: '512345678', dateOfBirth: '1990-04-17', email: 'c@example.com', mobilePhone: '+12145550148' };
  return {
    customer: { firstName: 'Canaria', lastName, ...person, address },
    monthlyIncomeCents: 120_000,
    bankAccount: { routingNumber: '111000025', accountNumber: `77${id}5678`, accountType },
  };
}
