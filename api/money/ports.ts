import type { FundingReads } from './fundings-port';
import type { OperationsDesk } from './operations-desk-port';
import type { PaymentReads } from './payments-port';
import type { PurchaseQuotes } from './purchases-port';
import type { ReturnFiles } from './returns-port';

/** Everything about money that is asked or done beside the reports to a lease. */
export interface MoneyPorts {
  fundings: FundingReads;
  operationsDesk: OperationsDesk;
  payments: PaymentReads;
  purchases: PurchaseQuotes;
  returns: ReturnFiles;
}
