import type { MoneyPorts } from '../../../api/money/ports';
import { fakeFundingReads } from './fake-fundings';
import { fakeOperationsDesk } from './fake-operations-desk';
import { fakePaymentReads } from './fake-payments';
import { fakePurchaseQuotes } from './fake-purchases';
import { fakeReturnFiles } from './fake-returns';

export const fakeMoney = (): MoneyPorts => ({
  fundings: fakeFundingReads(),
  operationsDesk: fakeOperationsDesk(),
  payments: fakePaymentReads(),
  purchases: fakePurchaseQuotes(),
  returns: fakeReturnFiles(),
});
