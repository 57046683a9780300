import { cents, sumCents } from '../../domain/cents';
import { type AccountCode, CHART_OF_ACCOUNTS, type Side } from '../../domain/chart-of-accounts';
import { balanceCents, type JournalEntry } from '../../domain/ledger';

const code = (text: string): string => `\`${text}\``;
const amountText = (amountCents: number): string => amountCents.toLocaleString('en-US');

/** One row for each pair of lines; only the first of an entry names its key. */
export function entryRows(entries: readonly JournalEntry[]): string[][] {
  return entries.flatMap(({ key, postings }) =>
    postings
      .filter(({ side }) => side === 'debit')
      .map(({ account, amountCents }, index) => {
        const credits = postings.filter(({ side }) => side === 'credit');
        return [
          index === 0 ? code(key) : '',
          code(account),
          code(credits[index]?.account ?? ''),
          amountText(amountCents),
        ];
      }),
  );
}

/** One row for each account that the entries touch, in the order of the chart, and the sums of both sides. */
export function balanceRows(entries: readonly JournalEntry[]): string[][] {
  const lines = entries.flatMap(({ postings }) => postings);
  const sum = (side: Side, account?: AccountCode) =>
    sumCents(
      lines
        .filter((line) => line.side === side && (!account || line.account === account))
        .map((line) => line.amountCents),
    );
  const touched = (Object.keys(CHART_OF_ACCOUNTS) as AccountCode[]).filter((account) =>
    lines.some((line) => line.account === account),
  );
  const rows = touched.map((account) => {
    const debitsCents = cents(sum('debit', account));
    const creditsCents = cents(sum('credit', account));
    const held = balanceCents(account, { debitsCents, creditsCents });
    return [code(account), amountText(debitsCents), amountText(creditsCents), standing(account, held)];
  });
  return [...rows, ['in all', amountText(sum('debit')), amountText(sum('credit')), '']];
}

/** What an account holds and on which side: a payment account that paid more than it took in stands on the other one. */
function standing(account: AccountCode, held: number): string {
  const normal = CHART_OF_ACCOUNTS[account].normalSide;
  if (held === 0) return '0';
  if (held > 0) return `${amountText(held)} ${normal}`;
  return `${amountText(0 - held)} ${normal === 'debit' ? 'credit' : 'debit'}`;
}
