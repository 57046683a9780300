import { decideApplication } from './decide-application';
import type { ActivityDeps } from './deps';
import { guarded } from './failures';
import { fundMerchant } from './fund-merchant';
import { captureInitialPayment, refundInitialPayment } from './initial-payment';
import { createPaymentSchedule } from './payment-schedule';
import { recordLease } from './record-lease';

/** All side effects of leases. Each is safe to run any number of times. */
export function createActivities(deps: ActivityDeps) {
  return guarded({
    decideApplication: decideApplication(deps),
    recordLease: recordLease(deps),
    captureInitialPayment: captureInitialPayment(deps),
    refundInitialPayment: refundInitialPayment(deps),
    fundMerchant: fundMerchant(deps),
    createPaymentSchedule: createPaymentSchedule(deps),
  });
}

export type Activities = ReturnType<typeof createActivities>;
