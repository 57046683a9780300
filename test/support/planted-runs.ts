import { trace } from './books-servicing';
import { WORLD } from './books-world';
import { entry, type Planted } from './planted-books';

const { funded, serviced, bought } = WORLD;
const line = (changes: string, where: string): string => `UPDATE funding_lines SET ${changes} WHERE ${where}`;
export const filed = (changes: string, number: number): string =>
  `UPDATE ach_entries SET ${changes} WHERE trace_number = '${trace(number)}'`;
const SECOND_RUN = `run_id = 'FRUN-2026-11-25'`;

/** What can go wrong between us, merchants and files, law by law, and what the books say of it: nothing more and nothing less. */
export const PLANTED_RUNS: Planted[] = [
  // M4
  [
    'a line that the ledger does not know',
    [line('gross_cents = 100001', `funding_id = 'FND-${funded}'`)],
    [
      'M4 M-1: payable 70000, open lines 70000; funded less returns 270000, lines say 270001',
      `M5 FND-${funded}: funds 100001, the ledger says 100000`,
      'M6 FRUN-2026-11-24:M-1: paid 200000, lines 200001, entries 200000, ledger 200000',
    ],
  ],
  [
    'a carry that was lost',
    [`DELETE FROM funding_lines WHERE funding_id LIKE '%-returned'`],
    ['M4 M-1: payable 70000, open lines 0; funded less returns 270000, lines say 270000'],
  ],
  [
    'a fee that no entry posted',
    [
      `INSERT INTO funding_lines (funding_id, merchant_id, kind, adjustment_cents, posted_at)
       VALUES ('FND-fee', 'M-1', 'fee', -700, now())`,
    ],
    ['M4 M-1: payable 70000, open lines 69300; funded less returns 270000, lines say 269300'],
  ],
  // M5
  [
    'a Funded lease without a line',
    [`DELETE FROM funding_lines WHERE funding_id = 'FND-${bought}'`],
    [
      'M4 M-1: payable 70000, open lines 70000; funded less returns 270000, lines say 170000',
      `M5 lease ${bought}: funded, MerchantFunded 1 times, LeaseOpened 1 times, 0 lines`,
      'M6 FRUN-2026-11-27:M-1: paid 70000, lines -30000, entries 70000, ledger 70000',
    ],
  ],
  // M6
  [
    'a run that files another amount than it pays',
    [filed('amount_cents = 200001', 11)],
    [
      'M6 FRUN-2026-11-24:M-1: paid 200000, lines 200000, entries 200001, ledger 200000',
      'M16 bank_clearing: ledger -194496, files -194497',
    ],
  ],
  [
    'a payment to a merchant that no run made',
    entry('pay-merchant:FRUN-2026-12-01:M-1', 'merchant_payable', 'bank_clearing', 'null', 'MerchantPaid'),
    [
      'M4 M-1: payable 69300, open lines 70000; funded less returns 270000, lines say 270000',
      'M6 FRUN-2026-12-01:M-1: paid 0, lines 0, entries 0, ledger 700',
      'M16 bank_clearing: ledger -195196, files -194496',
    ],
  ],
  [
    'a run of another total than its merchants',
    [`UPDATE funding_runs SET paid_cents = 1 WHERE ${SECOND_RUN}`],
    ['M6 FRUN-2026-11-25: paid 1, its merchants 0'],
  ],
  [
    'a collection run of another total than its entries',
    [`UPDATE collection_runs SET debit_cents = 1 WHERE run_id = 'CRUN-2027-01-01'`],
    ['M6 CRUN-2027-01-01: debits 1 and refunds 0, entries 7504 and 0'],
  ],
  [
    'a debit filed with another amount than was posted',
    [filed('amount_cents = 7505', 1)],
    [
      'M6 CRUN-2027-01-01: debits 7504 and refunds 0, entries 7505 and 0',
      `M6 entry ${trace(1)}: filed 7505, ledger 7504`,
      `M12 entry ${trace(1)}: debit of 7505 is settled; settled 7504, returned 0`,
      'M16 bank_clearing: ledger -194496, files -194495',
    ],
  ],
  [
    'a debit in the ledger that is in no file',
    entry(`file-debit:${trace(99)}`, 'bank_clearing', 'collections_in_transit', `'${serviced}'`, 'DebitFiled'),
    [`M6 entry ${trace(99)}: filed 0, ledger 700`, 'M16 bank_clearing: ledger -193796, files -194496'],
  ],
  [
    'a line in a run that still waits',
    [line(`state = 'eligible'`, `funding_id = 'FND-${funded}'`)],
    [`M6 FND-${funded}: eligible, but in FRUN-2026-11-24`],
  ],
  [
    'a settled line in no run',
    [line(`state = 'settled'`, `funding_id LIKE '%-returned'`)],
    ['M6 FND-FRUN-2026-11-27-M-1-returned: settled, but in no run'],
  ],
  // M7
  [
    'a negative net that is not carried on',
    [line('adjustment_cents = -29999', `funding_id LIKE '%-in'`)],
    [
      'M6 FRUN-2026-11-27:M-1: paid 70000, lines 70001, entries 70000, ledger 70000',
      'M7 FRUN-2026-11-25:M-1: paid 0, carries -30000, the next run begins with -29999',
    ],
  ],
];
