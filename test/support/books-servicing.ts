import { sql } from 'kysely';
import type { Db } from '../../db/database';
import { postEntries } from '../../db/ledger';
import type { Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import type { LeaseId, MerchantId } from '../../domain/ids';
import type { JournalEntry, MovementKind } from '../../domain/ledger';
import { movement } from '../../domain/ledger-movements';

const at = '2026-11-24T22:00:00.000Z' as Instant;

export interface ServicedWorld {
  merchantId: MerchantId;
  /** in the first run, and nothing more */
  funded: LeaseId;
  /** pays, bounces, is late, gives goods back, pays twice */
  serviced: LeaseId;
  /** bought early */
  bought: LeaseId;
  /** all goods went back */
  returned: LeaseId;
}

export const trace = (number: number): string => `07100001${String(number).padStart(7, '0')}`;

/** What happens after Funded, each event once, as the daily runs would have written it. Amounts in US cents. */
export async function addServicing(db: Db, world: ServicedWorld): Promise<void> {
  await postEntries(db, entriesOf(world));
  for (const statement of statementsOf(world)) await sql.raw(statement).execute(db);
}

function entriesOf({ merchantId, serviced, bought, returned }: ServicedWorld): JournalEntry[] {
  const on =
    (date: string, leaseId?: LeaseId) =>
    (kind: MovementKind, key: string, amountCents: number): JournalEntry => {
      const about = { key, merchantId, amountCents: cents(amountCents), ...(leaseId ? { leaseId } : {}) };
      return movement(kind, { ...about, occurredAt: `${date}T22:00:00.000Z` as Instant });
    };
  return [
    on('2026-11-24')('MerchantPaid', `pay-merchant:FRUN-2026-11-24:${merchantId}`, 200_000),
    on('2027-01-01', serviced)('DebitFiled', `file-debit:${trace(1)}`, 7_504),
    on('2027-01-02', serviced)('DebitSettled', `settle-debit:${trace(1)}`, 7_504),
    on('2027-01-02', serviced)('DebitFiled', `file-debit:${trace(2)}`, 7_504),
    on('2027-01-03', serviced)('DebitSettled', `settle-debit:${trace(2)}`, 7_504),
    on('2027-01-04', serviced)('SettledDebitReturned', `return-debit:${trace(2)}`, 7_504),
    on('2027-01-03', serviced)('DebitFiled', `file-debit:${trace(3)}`, 7_504),
    on('2027-01-04', serviced)('DebitReturned', `return-debit:${trace(3)}`, 7_504),
    on('2027-01-06', serviced)('LateFeeAssessed', `assess-late-fee:FEE-${serviced}-2`, 375),
    on('2027-01-07', serviced)('CardPaymentTaken', `take-payment:PAY-${serviced}-k3b7q2xd`, 5_000),
    on('2027-01-08', serviced)('RefundOwed', `owe-refund:PAY-${serviced}-k3b7q2xd-refund`, 2_000),
    on('2027-01-08', serviced)('RefundFiled', `file-refund:${trace(4)}`, 2_000),
    on('2027-01-09', serviced)('MerchandiseReturned', `return-goods:RET-${serviced}-1`, 30_000),
    on('2027-01-09', serviced)('RentReduced', `reduce-rent:RET-${serviced}-1`, 51_776),
    on('2026-12-01', bought)('CardPaymentTaken', `take-payment:PAY-${bought}-buyout01`, 95_000),
    on('2026-12-01', bought)('RentForgone', `forgo-rent:${bought}`, 100_100),
    on('2026-12-01', bought)('RentEarned', `earn-rent:${bought}`, 99_900),
    on('2026-12-01', bought)('MerchandiseExpensed', `expense-merchandise:${bought}`, 100_000),
    on('2026-11-25', returned)('MerchandiseReturned', `return-goods:RET-${returned}-1`, 100_000),
    on('2026-11-25', returned)('RentReduced', `reduce-rent:RET-${returned}-1`, 195_100),
    on('2026-11-25', returned)('RentEarned', `earn-rent:${returned}`, 4_900),
    on('2026-11-27')('MerchantPaid', `pay-merchant:FRUN-2026-11-27:${merchantId}`, 70_000),
    on('2026-12-01')('MerchantCreditReturned', `merchant-credit-returned:${trace(12)}`, 70_000),
  ];
}

function statementsOf(world: ServicedWorld): string[] {
  return [...fundingRows(world), ...collectionRows(world), ...customerRows(world)];
}

/** Two days' funding and, between them, a day on which a return left nothing to pay. */
function fundingRows({ merchantId: merchant, funded, serviced, bought, returned }: ServicedWorld): string[] {
  const line = (
    id: string,
    kind: string,
    lease: string,
    gross: number,
    adjustment: number,
    run: string,
    state: string,
  ) => `('FND-${id}', '${merchant}', ${lease}, '${kind}', ${gross}, ${adjustment}, '${at}', ${run}, '${state}')`;
  const [one, two, three] = ["'FRUN-2026-11-24'", "'FRUN-2026-11-25'", "'FRUN-2026-11-27'"];
  return [
    `INSERT INTO funding_lines (funding_id, merchant_id, lease_id, kind, gross_cents, adjustment_cents, posted_at, run_id,
                                state) VALUES
       ${line(funded, 'funding', `'${funded}'`, 100_000, 0, one, 'settled')},
       ${line(serviced, 'funding', `'${serviced}'`, 100_000, 0, one, 'settled')},
       ${line(`RET-${serviced}-1`, 'return', `'${serviced}'`, 0, -30_000, two, 'settled')},
       ${line(`FRUN-2026-11-25-${merchant}-out`, 'carry', 'NULL', 0, 30_000, two, 'settled')},
       ${line(`FRUN-2026-11-25-${merchant}-in`, 'carry', 'NULL', 0, -30_000, three, 'bank_returned')},
       ${line(bought, 'funding', `'${bought}'`, 100_000, 0, three, 'bank_returned')},
       ${line(returned, 'funding', `'${returned}'`, 100_000, 0, three, 'bank_returned')},
       ${line(`RET-${returned}-1`, 'return', `'${returned}'`, 0, -100_000, three, 'bank_returned')},
       ${line(`FRUN-2026-11-27-${merchant}-returned`, 'carry', 'NULL', 0, 70_000, 'NULL', 'held')}`,
    `INSERT INTO funding_runs (run_id, business_on, cut_off_at, state, effective_on, paid_cents) VALUES
       (${one}, '2026-11-24', '${at}', 'settled', '2026-11-25', 200000),
       (${two}, '2026-11-25', '${at}', 'settled', '2026-11-27', 0),
       (${three}, '2026-11-27', '${at}', 'settled', '2026-11-30', 70000)`,
    `INSERT INTO funding_run_merchants (run_id, merchant_id, gross_cents, adjustments_cents, carry_in_cents,
                                        carry_out_cents, paid_cents, trace_number) VALUES
       (${one}, '${merchant}', 200000, 0, 0, 0, 200000, '${trace(11)}'),
       (${two}, '${merchant}', 0, -30000, 0, -30000, 0, NULL),
       (${three}, '${merchant}', 200000, -100000, -30000, 0, 70000, '${trace(12)}')`,
    `INSERT INTO ach_entries (trace_number, run_id, purpose, entry_class, transaction_code, amount_cents, effective_on,
                              merchant_id, identification, state) VALUES
       ('${trace(11)}', ${one}, 'funding', 'CCD', '22', 200000, '2026-11-25', '${merchant}', 'M', 'settled'),
       ('${trace(12)}', ${three}, 'funding', 'CCD', '22', 70000, '2026-11-30', '${merchant}', 'M', 'returned')`,
  ];
}

function collectionRows({ serviced }: ServicedWorld): string[] {
  const entry = (no: number, purpose: string, payment: string, amount: number, state: string) =>
    `('${trace(no)}', 'CRUN-2027-01-0${no}', '${purpose}', 'WEB', '27', ${amount}, '2027-01-0${no + 1}', '${serviced}',
      'PAY-${serviced}-${payment}', '${serviced}-${payment}', '${state}', ${state === 'returned' ? `'2027-01-04'` : 'NULL'})`;
  return [
    `INSERT INTO ach_entries (trace_number, run_id, purpose, entry_class, transaction_code, amount_cents, effective_on,
                              lease_id, payment_id, identification, state, returned_on) VALUES
       ${entry(1, 'debit', '1', 7_504, 'settled')}, ${entry(2, 'debit', '2', 7_504, 'returned')},
       ${entry(3, 'retry', '2', 7_504, 'returned')}, ${entry(4, 'refund', 'k3b7q2xd-refund', 2_000, 'in_file')}`,
    `INSERT INTO collection_runs (run_id, business_on, cut_off_at, state, debit_cents, refund_cents)
     SELECT 'CRUN-2027-01-0' || day, date '2027-01-01' + day - 1, '${at}', 'settled', debits, refunds
       FROM (VALUES (1, 7504, 0), (2, 7504, 0), (3, 7504, 0), (4, 0, 2000)) AS run(day, debits, refunds)`,
  ];
}

function customerRows({ serviced, bought, returned, funded }: ServicedWorld): string[] {
  const pay = (id: string, lease: string, kind: string, amount: number, state: string, rest: string) =>
    `('PAY-${lease}-${id}', '${lease}', '${kind}', ${amount}, '${state}', '${at}', ${rest})`;
  return [
    `INSERT INTO payments (payment_id, lease_id, kind, amount_cents, state, created_at, number, method, posted_on,
                           effective_on, reference, refund_of, message_id) VALUES
       ${[funded, serviced, bought, returned].map((lease) => pay('initial', lease, 'initial', 4_900, 'posted', `NULL, 'card', '2026-11-24', '2026-11-24', NULL, NULL, NULL`)).join(', ')},
       ${pay('1', serviced, 'scheduled', 7_504, 'posted', `1, 'bank_account', '2027-01-02', '2027-01-02', '${trace(1)}', NULL, NULL`)},
       ${pay('2', serviced, 'scheduled', 7_504, 'returned', `2, 'bank_account', NULL, '2027-01-04', '${trace(3)}', NULL, NULL`)},
       ${pay('k3b7q2xd', serviced, 'one_time', 5_000, 'posted', `NULL, 'card', '2027-01-07', '2027-01-07', 'capture-7', NULL, NULL`)},
       ${pay('k3b7q2xd-refund', serviced, 'refund', 2_000, 'pending', `NULL, 'bank_account', NULL, '2027-01-09', '${trace(4)}', 'PAY-${serviced}-k3b7q2xd', NULL`)},
       ${pay('buyout01', bought, 'buyout', 95_000, 'posted', `NULL, 'card', '2026-12-01', '2026-12-01', 'capture-8', NULL, 'm-buyout'`)}`,
    `INSERT INTO payment_applications (payment_id, lease_id, target, number, amount_cents, applied_on) VALUES
       ('PAY-${serviced}-1', '${serviced}', 'rent', 1, 7504, '2027-01-02'),
       ('PAY-${serviced}-2', '${serviced}', 'rent', 2, 7504, '2027-01-03'),
       ('PAY-${serviced}-2', '${serviced}', 'rent', 2, -7504, '2027-01-03'),
       ('PAY-${serviced}-k3b7q2xd', '${serviced}', 'rent', 3, 2800, '2027-01-07'),
       ('PAY-${serviced}-k3b7q2xd', '${serviced}', 'fee', 2, 200, '2027-01-07')`,
    `INSERT INTO late_fees (fee_id, lease_id, payment_number, due_on, assessed_on, days_late, state, rule, cap_cents,
                            amount_cents, paid_cents)
     VALUES ('FEE-${serviced}-2', '${serviced}', 2, '2027-01-02', '2027-01-06', 4, 'TX', 'the rule', 500, 375, 200)`,
    `UPDATE scheduled_payments SET paid_cents = 7504, state = 'paid' WHERE lease_id = '${serviced}' AND number = 1`,
    `UPDATE scheduled_payments SET state = 'returned' WHERE lease_id = '${serviced}' AND number = 2`,
    `UPDATE scheduled_payments SET paid_cents = 2800, state = 'past_due' WHERE lease_id = '${serviced}' AND number = 3`,
    `UPDATE scheduled_payments SET amount_cents = CASE number WHEN 26 THEN 5246 ELSE 5253 END
      WHERE lease_id = '${serviced}' AND number > 3`,
    `UPDATE scheduled_payments SET state = 'cancelled' WHERE lease_id IN ('${bought}', '${returned}')`,
    `UPDATE leases SET total_to_own_cents = total_to_own_cents - 51776 WHERE lease_id = '${serviced}'`,
    `INSERT INTO purchase_quotes (quote_id, lease_id, as_of_on, good_through_on, amount_cents, formula, breakdown,
                                  state_of_account, accepted_by)
     VALUES ('QTE-1', '${bought}', '2026-12-01', '2026-12-05', 95000, 'contract_90_day', '[]', 'x', 'm-buyout')`,
    ...[returned, serviced].map((lease) => returnRow(lease, lease === returned)),
  ];
}

const returnRow = (lease: LeaseId, isWhole: boolean): string =>
  `INSERT INTO returns (return_id, lease_id, number, message_id, round, action_type, is_whole, returned_on, business_on,
                        lines, merchant_debit_cents, customer_refund_cents, fact, posted_at)
   VALUES ('RET-${lease}-1', '${lease}', 1, 'm-return-${lease}', 1, 'return', ${isWhole}, '2026-11-25', '2026-11-25',
           '[]', ${isWhole ? 100_000 : 30_000}, 0, '{}', '${at}')`;
