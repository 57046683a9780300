import { raiseExceptions } from '../../db/ach-exceptions';
import type { Db, Trx } from '../../db/database';
import { type FailedAttempt, recordFailed } from '../../db/webhook-attempts';
import { endDeliveries, updateEndpoint } from '../../db/webhook-endpoints';
import { calendarDate, instant } from '../../domain/calendar-date';
import type { MerchantId } from '../../domain/ids';
import { FAILING_MAX_MS, RETRY_DELAYS_MS } from '../../domain/webhooks/policy';
import type { AttemptOutcome } from './attempt';

type Failure = Omit<FailedAttempt, 'nextAttemptAt'> & { merchantId: MerchantId };

/**
 * Records an attempt that failed, and when the next one is due. An endpoint that took nothing for five days is disabled,
 * with a notice to us and a reason its retailer can see.
 */
export async function noteFailure(db: Db, { merchantId, ...failure }: Failure): Promise<AttemptOutcome> {
  const delayMs = RETRY_DELAYS_MS[failure.number - 1];
  const nextAttemptAt = delayMs === undefined ? null : instant(Date.parse(failure.at) + delayMs);
  return await db.transaction().execute(async (trx) => {
    const failingSince = await recordFailed(trx, { ...failure, nextAttemptAt });
    if (failingSince === undefined) return 'over';
    if (Date.parse(failure.at) - Date.parse(failingSince) >= FAILING_MAX_MS) {
      await disable(trx, merchantId, failure);
      return 'over';
    }
    return nextAttemptAt === null ? 'over' : 'failed';
  });
}

async function disable(trx: Trx, merchantId: MerchantId, { endpointId, at }: Omit<FailedAttempt, 'nextAttemptAt'>) {
  await updateEndpoint(trx, endpointId, { state: 'disabled', disabled_reason: 'failing_for_days' });
  await endDeliveries(trx, endpointId, 'the endpoint was disabled');
  await raiseExceptions(trx, [
    {
      exception_id: `webhook-disabled:${endpointId}:${at}`,
      kind: 'webhook_disabled',
      merchant_id: merchantId,
      detail: `webhook endpoint ${endpointId} took nothing for five days and is not called any more`,
      raised_on: calendarDate(at.slice(0, 10)),
    },
  ]);
}
