import { alive } from './alive';
import { bankFileActivities } from './bank-file';
import { collectionRunActivities } from './collection-run';
import { dailyRunActivities } from './daily-run';
import { decideApplication } from './decide-application';
import type { ActivityDeps } from './deps';
import { guarded } from './failures';
import { fundMerchant } from './fund-merchant';
import { fundingFileActivities } from './funding-file';
import { fundingRunActivities } from './funding-run';
import { captureInitialPayment, refundInitialPayment } from './initial-payment';
import { createPaymentSchedule } from './payment-schedule';
import { recordLease } from './record-lease';
import { servicingActivities } from './servicing';
import { webhookActivities } from './webhooks';
import type { WebhookPost } from './webhooks/post';

/** All side effects. Each is safe to run any number of times. */
export function createActivities(deps: ActivityDeps & { postWebhook: WebhookPost }) {
  return guarded({
    decideApplication: decideApplication(deps),
    recordLease: recordLease(deps),
    captureInitialPayment: captureInitialPayment(deps),
    refundInitialPayment: refundInitialPayment(deps),
    fundMerchant: fundMerchant(deps),
    createPaymentSchedule: createPaymentSchedule(deps),
    ...servicingActivities(deps),
    ...dailyRunActivities(deps),
    ...alive(collectionRunActivities(deps)),
    ...alive(fundingRunActivities(deps)),
    ...alive(bankFileActivities(deps)),
    ...alive(fundingFileActivities(deps)),
    ...webhookActivities(deps),
  });
}

export type Activities = ReturnType<typeof createActivities>;
