import { readDelivery, replayDelivery, replaySince } from '../../db/webhook-deliveries';
import type { Trx } from '../../db/database';
import type { Instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { answerOnce, type Once } from '../commands/answer-once';
import type { Caller } from '../ports';
import type { Change, DeliveryView } from './port';
import { requireEndpoint } from './tenant';
import { deliveryView } from './views';
import type { WebhookEndpointDeps } from './webhooks';

/** Tells one event again, under its first ID, whatever became of it before. */
export async function replayOne(
  deps: WebhookEndpointDeps,
  change: Change,
  endpointId: string,
  deliveryId: string,
): Promise<Once<DeliveryView>> {
  const operationId = 'replayWebhookDelivery';
  return await answerOnce(deps, { ...change, operationId, asked: { endpointId, deliveryId } }, async (trx) => {
    await requireEnabled(trx, change.caller, endpointId, operationId);
    const replayed = await replayDelivery(trx, endpointId, deliveryId);
    if (replayed === undefined) throw new LeaseError('NOT_FOUND', 'this endpoint has no such delivery');
    return deliveryView(await readDelivery(trx, replayed));
  });
}

/** Tells again all that happened since then, told before or not: what an endpoint missed while it was disabled, too. */
export async function replayDeliveries(
  deps: WebhookEndpointDeps,
  change: Change,
  endpointId: string,
  from: Instant,
): Promise<Once<{ count: number }>> {
  const operationId = 'replayWebhookDeliveries';
  return await answerOnce(deps, { ...change, operationId, asked: { endpointId, from } }, async (trx) => {
    await requireEnabled(trx, change.caller, endpointId, operationId);
    return { count: await replaySince(trx, endpointId, from) };
  });
}

/** Nobody would be called: the caller shall know it now, and not wonder why nothing comes. */
async function requireEnabled(trx: Trx, caller: Caller, endpointId: string, event: string): Promise<void> {
  const { state } = await requireEndpoint(trx, caller, endpointId);
  if (state === 'enabled') return;
  throw new LeaseError('ILLEGAL_TRANSITION', 'the endpoint is disabled; enable it first', { from: state, event });
}
