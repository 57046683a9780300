import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { CHART_OF_ACCOUNTS } from '../../domain/chart-of-accounts';
import { leaseId, merchantId } from '../../domain/ids';
import { initialPaymentCaptured, initialPaymentRefunded, leaseFunded } from '../../domain/ledger-entries';
import { MOVEMENTS } from '../../domain/ledger-movements';
import { balanceRows, entryRows } from '../support/ledger-example-tables';
import { LEDGER_EXAMPLES } from '../support/ledger-examples';

const page = readFileSync(join(__dirname, '../../docs/LEDGER.md'), 'utf8');

/** The rows of one section's tables, cell by cell. */
function rowsOf(section: string): string[][] {
  const text = page.split(/^## /m).find((part) => part.startsWith(section)) ?? '';
  const rows = text.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('|---'));
  return rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const code = (text: string): string => `\`${text}\``;

const about = {
  leaseId: leaseId('1002003001'),
  merchantId: merchantId('M-1'),
  occurredAt: '2026-11-24T20:14:38.000Z' as Instant,
};
const capture = { ...about, round: 1, amountCents: cents(4_900) };

describe('docs/LEDGER.md', () => {
  it('lists the chart of accounts as it is', () => {
    const chart = Object.entries(CHART_OF_ACCOUNTS).map(([account, { normalSide, opens, closes }]) => [
      code(account),
      normalSide,
      opens,
      closes,
    ]);
    expect(rowsOf('Chart of accounts').slice(1)).toEqual(chart);
  });

  it('names each entry of signing and Funded with its business key and its accounts', () => {
    const documented = rowsOf('Entries').slice(1);
    const amounts = {
      invoiceTotalCents: cents(100_000),
      totalToOwnCents: cents(200_000),
      initialPaymentCents: cents(4_900),
    };
    const entries = [initialPaymentCaptured(capture), initialPaymentRefunded(capture)];
    for (const { kind, key, postings } of [...entries, ...leaseFunded({ ...about, ...amounts })]) {
      const pattern = key.replace('1002003001', '<leaseId>').replace(/:1$/, ':<round>');
      const row = documented.find(([, entry]) => entry === `${code(kind)} ${code(pattern)}`);
      const [debit, credit] = (['debit', 'credit'] as const).map((side) => postings.find((line) => line.side === side));
      expect(row?.slice(2, 4)).toEqual([debit, credit].map((line) => code(line?.account ?? '')));
    }
  });

  it.each(Object.entries(MOVEMENTS))('names %s once, with a business key and its accounts', (kind, sides) => {
    const rows = rowsOf('Entries').filter(([, entry = '']) => entry.startsWith(`${code(kind)} `));
    expect(rows.map((row) => row.slice(2, 4))).toEqual([[code(sides.debit), code(sides.credit)]]);
    expect(rows[0]?.[1]).toMatch(/` `[a-z-]+:<[a-zA-Z]+>(:<[a-zA-Z]+>)?`$/);
  });

  it('gives each kind a business key of its own, but the two of one returned debit', () => {
    const keys = rowsOf('Entries')
      .slice(1)
      .flatMap(([, entry = '']) => /` `([a-z-]+):/.exec(entry)?.[1] ?? []);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual(['return-debit']);
    expect(keys).toHaveLength(4 + Object.keys(MOVEMENTS).length);
  });

  it.each(Object.entries(LEDGER_EXAMPLES))('works out "%s" as the code does', (section, entries) => {
    const [heading, ...rows] = rowsOf(section);
    const balances = rows.findIndex(([first]) => first === 'account');
    expect(heading).toEqual(['entry', 'debit', 'credit', 'cents']);
    expect(rows.slice(0, balances)).toEqual(entryRows(entries));
    expect(rows.slice(balances + 1)).toEqual(balanceRows(entries));
  });

  it('uses each movement in a worked example, or leaves out only how money goes back once more', () => {
    const used = new Set(
      Object.values(LEDGER_EXAMPLES)
        .flat()
        .map(({ kind }) => kind),
    );
    const unused = Object.keys(MOVEMENTS).filter((kind) => !used.has(kind as keyof typeof MOVEMENTS));
    expect(unused).toEqual(['MerchantCreditReturned', 'RefundReturned', 'CardRefunded']);
  });
});
