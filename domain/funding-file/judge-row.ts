import type { FoundLease } from './found-lease';
import { judgeAmount } from './judge-amount';
import { codeOfStanding } from './judge-standing';
import { namesMatch } from './name-match';
import type { FundingRow } from './read-row';
import { type RowResult, rowResult } from './row-result';

/**
 * What can be said of a row without asking its lease; `tell` when only the lease can say it.
 *
 * Store and customer come first: a mistyped ID must not show how somebody else's lease stands. Then the lease's
 * standing, then the amount. A lease without a contract, or with another invoice, is never told: when it hears of the
 * delivery it may be signed by then, and would fund an amount that nobody compared.
 *
 * @param found undefined when no lease has this ID, or another merchant's: both are answered alike
 */
export function beforeTelling(row: FundingRow, found: FoundLease | undefined): RowResult | 'tell' {
  if (!found) return rowResult('LEASE_NOT_FOUND');
  if (found.namedStoreId !== found.storeId) return rowResult('STORE_MISMATCH');
  if (!namesMatch(row.customerName, found.customer)) return rowResult('NAME_MISMATCH');

  const wrongAmount = judgeAmount(row, found);
  const code = codeOfStanding(found);
  if (code === undefined) return wrongAmount ?? 'tell';
  if (code === 'ALREADY_FUNDED') return wrongAmount ?? onRecord(code, found);
  // Not to fund, as things stand: the lease keeps the attempt in its timeline.
  const isOpen = found.status === 'contracts' || found.status === 'contracts_received';
  return isOpen && !wrongAmount ? 'tell' : onRecord(code, found);
}

/** The code with the delivery date that the lease has, if it has one. */
export function onRecord(code: RowResult['code'], { deliveredOn }: Pick<FoundLease, 'deliveredOn'>): RowResult {
  return rowResult(code, deliveredOn === null ? {} : { deliveredOn });
}
