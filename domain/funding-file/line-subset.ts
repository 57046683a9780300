/** So many different sums are tried: enough for a dozen lines of any price, and never exponential. */
const SUMS_MAX = 5_000;

/**
 * Whether an amount is the price of some of an order's lines, but not of all: part of the order was delivered
 * (domain.md 4.4, PARTIAL_DELIVERY). It is a hint: of an order with very many lines some parts are not recognised.
 *
 * @param amountCents US cents, above zero
 * @param lineTotals  US cents of each line
 */
export function isPriceOfSomeLines(amountCents: number, lineTotals: readonly number[]): boolean {
  const orderCents = lineTotals.reduce((sum, line) => sum + line, 0);
  if (amountCents <= 0 || amountCents >= orderCents) return false;
  const sums = new Set([0]);
  for (const line of lineTotals) {
    for (const sum of [...sums]) {
      if (sum + line === amountCents) return true;
      if (sum + line < amountCents && sums.size < SUMS_MAX) sums.add(sum + line);
    }
  }
  return false;
}
