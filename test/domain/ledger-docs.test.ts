import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { type AccountCode, CHART_OF_ACCOUNTS, type Side } from '../../domain/chart-of-accounts';
import { leaseId, merchantId } from '../../domain/ids';
import { balanceCents, type JournalEntry } from '../../domain/ledger';
import { initialPaymentCaptured, initialPaymentRefunded, leaseFunded } from '../../domain/ledger-entries';

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
const amountText = (amountCents: number): string => amountCents.toLocaleString('en-US');

const about = {
  leaseId: leaseId('1002003001'),
  merchantId: merchantId('M-1'),
  occurredAt: '2026-11-24T20:14:38.000Z' as Instant,
};
const capture = { ...about, round: 1, amountCents: cents(4_900) };
const exampleA: JournalEntry[] = [
  initialPaymentCaptured(capture),
  ...leaseFunded({
    ...about,
    invoiceTotalCents: cents(100_000),
    totalToOwnCents: cents(200_000),
    initialPaymentCents: cents(4_900),
  }),
];

function turnover(account: AccountCode): { debitsCents: number; creditsCents: number } {
  const lines = exampleA.flatMap(({ postings }) => postings).filter((line) => line.account === account);
  const sum = (side: Side) => lines.reduce((total, line) => total + (line.side === side ? line.amountCents : 0), 0);
  return { debitsCents: sum('debit'), creditsCents: sum('credit') };
}

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

  it('names each entry with its business key and its accounts', () => {
    const documented = rowsOf('Entries').slice(1);
    for (const { kind, key, postings } of [...exampleA, initialPaymentRefunded(capture)]) {
      const pattern = key.replace('1002003001', '<leaseId>').replace(/:1$/, ':<round>');
      const [debit, credit] = postings;
      const row = documented.find(([, entry]) => entry === `${code(kind)} ${code(pattern)}`);
      const sides = [debit, credit].sort((one, other) =>
        one?.side === 'debit' ? -1 : other?.side === 'debit' ? 1 : 0,
      );
      expect(row?.slice(2, 4)).toEqual(sides.map((line) => code(line?.account ?? '')));
    }
  });

  it('works example A out as the code does', () => {
    const balances = (Object.keys(CHART_OF_ACCOUNTS) as AccountCode[]).map((account) => {
      const { debitsCents, creditsCents } = turnover(account);
      const held = balanceCents(account, { debitsCents: cents(debitsCents), creditsCents: cents(creditsCents) });
      const side = held === 0 ? '' : ` ${CHART_OF_ACCOUNTS[account].normalSide}`;
      return [code(account), amountText(debitsCents), amountText(creditsCents), `${amountText(held)}${side}`];
    });
    const documented = rowsOf('Worked example A').filter((row) => row.length === 4 && /^`[a-z_]+`$/.test(row[0] ?? ''));
    expect(documented).toEqual(balances);
  });
});
