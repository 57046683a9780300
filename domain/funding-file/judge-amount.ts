import type { FoundLease } from './found-lease';
import { isPriceOfSomeLines } from './line-subset';
import type { FundingRow } from './read-row';
import { type RowResult, rowResult } from './row-result';

/**
 * The amount must be the lease's current invoice to the cent (domain.md 4.2). For a Funded lease the invoice as it
 * funded is right too: that is the row as it was.
 *
 * @returns undefined when it is, else AMOUNT_MISMATCH or PARTIAL_DELIVERY with what was expected
 */
export function judgeAmount(
  { amountCents }: Pick<FundingRow, 'amountCents'>,
  { status, invoiceTotalCents, fundedInvoiceCents, lineTotals }: FoundLease,
): RowResult | undefined {
  const expectedCents = fundedInvoiceCents ?? invoiceTotalCents;
  if (expectedCents === null) return rowResult('AMOUNT_MISMATCH');
  if (amountCents === null) return rowResult('AMOUNT_MISMATCH', { expectedCents, amount: 'unreadable' });
  if (amountCents === expectedCents || amountCents === invoiceTotalCents) return undefined;
  if (amountCents > expectedCents) return rowResult('AMOUNT_MISMATCH', { expectedCents, amount: 'higher' });
  const isPart = status !== 'funded' && isPriceOfSomeLines(amountCents, lineTotals);
  return rowResult(isPart ? 'PARTIAL_DELIVERY' : 'AMOUNT_MISMATCH', { expectedCents, amount: 'lower' });
}
