import type { LeaseId } from '../../domain/ids';
import { WORLD } from './books-world';

const { approved, refunded, signed, accepted, funded } = WORLD;

/** What a planted violation is called, how it is planted, and what the books say of it. */
export type Planted = [what: string, statements: string[], findings: string[]];

/** DDL is transactional: guards are off for these statements only, so that what they plant is all that is wrong. */
export const unguarded = (...statements: string[]): string[] => [
  'ALTER TABLE postings DISABLE TRIGGER USER',
  ...statements,
  'ALTER TABLE postings ENABLE ALWAYS TRIGGER ledger_balanced',
  'ALTER TABLE postings ENABLE ALWAYS TRIGGER ledger_append_only',
];

export const header = (key: string, kind = 'Planted', lease = 'null') =>
  `INSERT INTO journal_entries (business_key, kind, lease_id, occurred_at) VALUES ('${key}', '${kind}', ${lease}, now())`;
const line = (no: number, account: string, debit: number, credit: number, lease = 'null') =>
  `INSERT INTO postings (entry_id, line, account, lease_id, merchant_id, debit_cents, credit_cents)
   SELECT max(entry_id), ${no}, '${account}', ${lease}, 'M-1', ${debit}, ${credit} FROM journal_entries`;
export const entry = (key: string, debit: string, credit: string, lease = 'null', kind = 'Planted') =>
  unguarded(header(key, kind, lease), line(1, debit, 700, 0, lease), line(2, credit, 0, 700, lease));
export const update = (lease: LeaseId, changes: string) => `UPDATE leases SET ${changes} WHERE lease_id = '${lease}'`;
export const pay = (changes: string, where: string, lease: LeaseId = funded) =>
  `UPDATE scheduled_payments SET ${changes} WHERE lease_id = '${lease}' AND ${where}`;

/** Each law's planted violation, and what the books say of it: nothing more and nothing less. */
export const PLANTED: Planted[] = [
  [
    'an entry that does not balance',
    unguarded(header('k1'), line(1, 'card_clearing', 5, 0)),
    ['M1 k1: debits 5, credits 0'],
  ],
  ['an entry without postings', [header('k2')], ['M1 k2: an entry without postings']],
  [
    'postings without an entry',
    unguarded(
      `INSERT INTO postings (entry_id, line, account, debit_cents) VALUES (999999, 1, 'card_clearing', 5)`,
      `INSERT INTO postings (entry_id, line, account, credit_cents) VALUES (999999, 2, 'card_clearing', 5)`,
    ),
    ['M1 entry 999999: postings without an entry'],
  ],
  [
    'a guard switched off',
    ['ALTER TABLE journal_entries DISABLE TRIGGER ledger_append_only'],
    ['M2 journal_entries: guard ledger_append_only is not in force'],
  ],
  [
    'a guard that lets a replica pass',
    ['ALTER TABLE postings ENABLE TRIGGER ledger_balanced'],
    ['M2 postings: guard ledger_balanced is not in force'],
  ],
  [
    'a guard taken away',
    ['DROP TRIGGER ledger_append_only ON postings'],
    ['M2 postings: guard ledger_append_only is not in force'],
  ],
  [
    'a business key posted twice',
    [
      'ALTER TABLE journal_entries DROP CONSTRAINT journal_entries_business_key',
      ...entry('k3', 'card_clearing', 'rent_to_be_earned'),
      ...entry('k3', 'card_clearing', 'rent_to_be_earned'),
    ],
    ['M3 journal_entries: business_key is not UNIQUE', 'M3 k3: posted 2 times'],
  ],
  [
    'a merchant owed more than was funded',
    entry('k4', 'leased_merchandise', 'merchant_payable'),
    ['M4 M-1: payable 70700, open lines 70000; funded less returns 270700, lines say 270000'],
  ],
  [
    'a lease funded twice',
    [
      'DROP INDEX journal_entries_one_funding',
      ...entry('k5', 'card_clearing', 'rent_to_be_earned', `'${funded}'`, 'MerchantFunded'),
    ],
    [`M5 lease ${funded}: funded, MerchantFunded 2 times, LeaseOpened 1 times, 1 lines`],
  ],
  [
    'a lease opened twice',
    entry('k6', 'card_clearing', 'rent_to_be_earned', `'${funded}'`, 'LeaseOpened'),
    [
      `M5 lease ${funded}: funded, MerchantFunded 1 times, LeaseOpened 2 times, 1 lines`,
      `M9 lease ${funded}: funded, to pay 195800; 26 payments of 7504 to 7504 and last 7500, together 195100`,
      `M9 lease ${funded}: total to own 200000 with returns of 0, opened with 200700`,
    ],
  ],
  [
    'a Funded lease nobody was paid for',
    [update(approved, `status = 'funded', invoice_total_cents = 0`)],
    [
      `M5 lease ${approved}: funded, MerchantFunded 0 times, LeaseOpened 0 times, 0 lines`,
      `M9 lease ${approved}: funded, to pay ; 0 payments of  to  and last , together 0`,
    ],
  ],
  [
    'a funding for a lease that is not Funded',
    entry('k7', 'leased_merchandise', 'rent_to_be_earned', `'${approved}'`, 'MerchantFunded'),
    [
      `M5 lease ${approved}: approved, MerchantFunded 1 times, LeaseOpened 0 times, 0 lines`,
      `M14 lease ${approved}: approved, but MerchantFunded was posted`,
    ],
  ],
  [
    'an opening for a lease that does not exist',
    entry('k8', 'card_clearing', 'rent_to_be_earned', `'7777777'`, 'LeaseOpened'),
    [
      'M5 lease 7777777: no such lease, MerchantFunded 0 times, LeaseOpened 1 times, 0 lines',
      'M14 lease 7777777: no such lease, but LeaseOpened was posted',
    ],
  ],
  [
    'a schedule one cent short',
    [pay('amount_cents = amount_cents - 1', 'number = 26')],
    [
      `M8 lease ${funded}: owes 195100 by the ledger, open rent 195099, open fees 0`,
      `M9 lease ${funded}: funded, to pay 195100; 26 payments of 7504 to 7504 and last 7499, together 195099`,
    ],
  ],
  [
    'a last payment above the others',
    [pay('amount_cents = amount_cents - 1', 'number < 26'), pay('amount_cents = amount_cents + 25', 'number = 26')],
    [`M9 lease ${funded}: funded, to pay 195100; 26 payments of 7503 to 7503 and last 7525, together 195100`],
  ],
  [
    'payments that are not level',
    [pay('amount_cents = amount_cents - 4', 'number = 1'), pay('amount_cents = amount_cents + 4', 'number = 2')],
    [`M9 lease ${funded}: funded, to pay 195100; 26 payments of 7500 to 7508 and last 7500, together 195100`],
  ],
  [
    'a hole in the numbers',
    [pay('number = 27', 'number = 26')],
    [`M9 lease ${funded}: funded, to pay 195100; 26 payments of 7504 to 7504 and last 7500, together 195100`],
  ],
  [
    'numbers that do not begin at one',
    [pay('number = 0', 'number = 1')],
    [`M9 lease ${funded}: funded, to pay 195100; 26 payments of 7504 to 7504 and last 7500, together 195100`],
  ],
  [
    'a Funded lease without a schedule',
    [`DELETE FROM scheduled_payments WHERE lease_id = '${funded}'`],
    [
      `M8 lease ${funded}: owes 195100 by the ledger, open rent 0, open fees 0`,
      `M9 lease ${funded}: funded, to pay 195100; 0 payments of  to  and last , together 0`,
    ],
  ],
  [
    'a schedule of a lease that is not Funded',
    [`INSERT INTO scheduled_payments VALUES ('P', '${accepted}', 1, '2027-01-01', 5)`],
    [
      `M8 lease ${accepted}: owes 0 by the ledger, open rent 5, open fees 0`,
      `M9 lease ${accepted}: not Funded, to pay ; 1 payments of  to  and last 5, together 5`,
    ],
  ],
  [
    'an initial payment kept after a cancellation',
    [update(accepted, `status = 'approved'`)],
    [`M14 lease ${accepted}: approved, initial payment held 4900 instead of 0`],
  ],
  [
    'a signed lease whose initial payment was given back',
    [update(refunded, `status = 'lease_accepted', initial_payment_cents = 4900`)],
    [`M14 lease ${refunded}: lease_accepted, initial payment held 0 instead of 4900`],
  ],
  [
    'another initial payment than was agreed',
    [update(signed, 'initial_payment_cents = 5000')],
    [`M14 lease ${signed}: contracts_received, initial payment held 4900 instead of 5000`],
  ],
  [
    'an initial payment left on a Funded lease',
    entry('k9', 'card_clearing', 'refundable_initial_payments', `'${funded}'`),
    [`M14 lease ${funded}: funded, initial payment held 700 instead of 0`],
  ],
  [
    'more given back than was held',
    entry('k10', 'refundable_initial_payments', 'card_clearing', `'${refunded}'`),
    [`M14 lease ${refunded}: approved, initial payment held -700 instead of 0`],
  ],
];
