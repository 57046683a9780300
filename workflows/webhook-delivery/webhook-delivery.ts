import { proxyActivities, setCurrentDetails, sleep } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import { instant } from '../../domain/calendar-date';
import { ATTEMPT_COUNT_MAX, RETRY_DELAYS_MS } from '../../domain/webhooks/policy';
import type { FailedDelivery } from './messages';

const act = proxyActivities<Pick<Activities, 'retryWebhook'>>({ startToCloseTimeout: '30 seconds' });

/** Tries a delivery again after its first attempt failed, for a little more than a day. Workflow ID: `webhook:<deliveryId>`. */
export async function webhookDelivery({ deliveryId }: FailedDelivery): Promise<void> {
  for (const [index, delayMs] of RETRY_DELAYS_MS.entries()) {
    const attempt = index + 2;
    const next = `Attempt ${attempt} of ${ATTEMPT_COUNT_MAX} at ${instant(Date.now() + delayMs)}`;
    setCurrentDetails(`**${deliveryId}** was not taken. ${next}.`);
    await sleep(delayMs, { summary: next });
    const outcome = await act.retryWebhook({ deliveryId, attempt, at: instant(Date.now()) });
    if (outcome === 'over') break;
  }
  setCurrentDetails(`**${deliveryId}** is over: delivered, given up, or its endpoint is not called any more.`);
}
