import { sql } from 'kysely';
import { sealDetails } from '../db/applicants';
import type { Cipher } from '../db/cipher';
import type { Db, Trx } from '../db/database';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import { leaseId } from '../domain/ids';

const CHUNK = 5_000;

export interface Planting {
  count: number;
  /** leases get the IDs `<firstId + 1>` … */
  firstId: number;
  merchantIds: readonly string[];
  /** an account number; its last four digits tell the simulated bank what to answer */
  accountOf?: (leaseId: string) => string;
  fundedAt: Instant;
  deliveredOn: CalendarDate;
  /** payments of each lease, `dayStep` days apart from the first due date on */
  payments: { count: number; firstDueOn: CalendarDate; dayStep: number; spreadDays: number };
}

/**
 * Funded leases with their lines, entries and schedules, as origination leaves them, planted by a few statements for
 * each 5,000: a bench asks what a day costs, not how leases came to be. Each has an invoice of $1,000.00, pays $49.00 at
 * signing and owes 20,000 cents a payment beside it.
 */
export async function plantFundedLeases(db: Db, cipher: Cipher, planting: Planting): Promise<void> {
  for (let done = 0; done < planting.count; done += CHUNK) {
    const size = Math.min(CHUNK, planting.count - done);
    await db.transaction().execute((trx) => plant(trx, cipher, planting, planting.firstId + done, size));
  }
  await sql`ANALYZE`.execute(db);
}

async function plant(trx: Trx, cipher: Cipher, planting: Planting, after: number, size: number): Promise<void> {
  const { merchantIds, fundedAt, deliveredOn, payments } = planting;
  const people = Array.from({ length: size }, (_, index) => {
    const id = leaseId(String(after + index + 1));
    return {
      lease_id: id,
      details: sealDetails(cipher, id, person((planting.accountOf ?? settlingAccount)(id))).toString('base64'),
    };
  });
  const totalCents = 4_900 + 20_000 * payments.count;
  const merchants = sql`(ARRAY[${sql.join(merchantIds)}])[1 + lease_id::bigint % ${merchantIds.length}::int]`;
  await sql`
    INSERT INTO applicants (lease_id, message_id, merchant_id, store_id, language, home_state, pay_frequency, last_paid_on,
                            next_paid_on, terms, details, ssn_lookup, last4_lookup, phone_lookup, birth_lookup)
    SELECT lease_id, 'apply-' || lease_id, ${merchants}, 'sto_dallas', 'en', 'TX', 'biWeekly', ${deliveredOn}::date,
           ${deliveredOn}::date + 14, '{}', decode(details, 'base64'), ''::bytea, ''::bytea, ''::bytea, ''::bytea
      FROM json_to_recordset(${JSON.stringify(people)}::json) AS people(lease_id text, details text)`.execute(trx);
  await sql`
    INSERT INTO leases (lease_id, merchant_id, store_id, status, version, last_sequence, contract_round, invoice_number,
                        invoice_total_cents, delivery_state, total_to_own_cents, initial_payment_cents, is_ok_to_deliver,
                        signed_on, delivered_on, funded_at, funding_state, servicing_state, is_autopay, created_at, updated_at)
    SELECT lease_id, merchant_id, store_id, 'funded', 5, 12, 1, 'INV-' || lease_id, 100000, 'TX', ${totalCents}::bigint, 4900,
           true, ${deliveredOn}::date, ${deliveredOn}::date, ${fundedAt}::timestamptz, 'eligible', 'active', true,
           ${fundedAt}::timestamptz, ${fundedAt}::timestamptz
      FROM applicants WHERE ${isNew(after, size)}`.execute(trx);
  await sql`
    INSERT INTO scheduled_payments (payment_id, lease_id, number, due_on, amount_cents)
    SELECT 'PAY-' || lease_id || '-' || number, lease_id, number,
           ${payments.firstDueOn}::date + (lease_id::bigint % ${payments.spreadDays}::int)::int
             + (number - 1) * ${payments.dayStep}::int, 20000
      FROM leases CROSS JOIN generate_series(1, ${payments.count}::int) number WHERE ${isNew(after, size)}`.execute(
    trx,
  );
  await sql`
    INSERT INTO funding_lines (funding_id, merchant_id, lease_id, invoice_number, kind, gross_cents, posted_at)
    SELECT 'FND-' || lease_id, merchant_id, lease_id, invoice_number, 'funding', 100000, funded_at
      FROM leases WHERE ${isNew(after, size)}`.execute(trx);
  await sql`
    INSERT INTO payments (payment_id, lease_id, kind, posted_on, effective_on, amount_cents, method, state, created_at)
    SELECT 'PAY-' || lease_id || '-initial', lease_id, 'initial', signed_on, signed_on, 4900, 'card', 'posted', funded_at
      FROM leases WHERE ${isNew(after, size)}`.execute(trx);
  await postOpening(trx, after, size);
}

const isNew = (after: number, size: number) =>
  sql<boolean>`lease_id IN (SELECT n::text FROM generate_series(${after + 1}::bigint, ${after + size}::bigint) n)`;

/** The entries of signing and funding, with the keys that `domain/ledger-entries.ts` gives them. */
async function postOpening(trx: Trx, after: number, size: number): Promise<void> {
  await sql`
    WITH made AS (
      INSERT INTO journal_entries (business_key, kind, lease_id, merchant_id, occurred_at)
      SELECT prefix || lease_id || suffix, kind, lease_id, merchant_id, funded_at
        FROM leases CROSS JOIN (VALUES ('capture-initial-payment:', ':1', 'InitialPaymentCaptured'),
                                       ('fund-merchant:', '', 'MerchantFunded'),
                                       ('open-lease:', '', 'LeaseOpened')) AS events(prefix, suffix, kind)
       WHERE ${isNew(after, size)}
      RETURNING entry_id, kind, lease_id, merchant_id
    )
    INSERT INTO postings (entry_id, line, account, lease_id, merchant_id, debit_cents, credit_cents)
    SELECT entry_id, line, account, made.lease_id, made.merchant_id,
           CASE WHEN side = 'debit' THEN amount ELSE 0 END, CASE WHEN side = 'credit' THEN amount ELSE 0 END
      FROM made JOIN leases USING (lease_id)
      CROSS JOIN LATERAL (VALUES
        ('InitialPaymentCaptured', 1, 'card_clearing', 'debit', 4900),
        ('InitialPaymentCaptured', 2, 'refundable_initial_payments', 'credit', 4900),
        ('MerchantFunded', 1, 'leased_merchandise', 'debit', 100000),
        ('MerchantFunded', 2, 'merchant_payable', 'credit', 100000),
        ('LeaseOpened', 1, 'customer_balance', 'debit', total_to_own_cents),
        ('LeaseOpened', 2, 'rent_to_be_earned', 'credit', total_to_own_cents),
        ('LeaseOpened', 3, 'refundable_initial_payments', 'debit', 4900),
        ('LeaseOpened', 4, 'customer_balance', 'credit', 4900)
      ) AS lines(of_kind, line, account, side, amount)
     WHERE made.kind = of_kind`.execute(trx);
}

/** No magic number ends in 5. */
const settlingAccount = (id: string): string => `4001${id}5`;

function person(accountNumber: string) {
  const address = { line1: '12 Elm St', city: 'Dallas', state: 'TX', postalCode: '75201' };
  const contact = { email: 'ana@example.com', mobilePhone: '+12145550142' };
  return {
    customer: { firstName: 'Ana', lastName: 'Ruiz', ssn: '512446789', dateOfBirth: '1990-05-17', ...contact, address },
    monthlyIncomeCents: 420_000,
    bankAccount: { routingNumber: '121042882', accountNumber, accountType: 'checking' as const },
  };
}
