import { randomBytes } from 'node:crypto';
import { newSecret } from '../../activities/webhooks/signature';
import {
  countEndpoints,
  endDeliveries,
  insertEndpoint,
  secretRow,
  updateEndpoint,
  type WebhookEndpointRow,
} from '../../db/webhook-endpoints';
import type { Trx } from '../../db/database';
import { instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import type { MerchantId } from '../../domain/ids';
import { ENDPOINT_COUNT_MAX, SECRET_OVERLAP_MS } from '../../domain/webhooks/policy';
import { answerOnce, type Once } from '../commands/answer-once';
import { invalidPart } from '../http/parse';
import type { Change, EndpointChange, EndpointContent, EndpointView, EndpointWithSecret } from './port';
import { merchantOf, requireEndpoint } from './tenant';
import { endpointView } from './views';
import type { WebhookEndpointDeps } from './webhooks';

const ENDED = { disabled: 'the endpoint was switched off', deleted: 'the endpoint was deleted' } as const;

export async function createEndpoint(
  deps: WebhookEndpointDeps,
  change: Change,
  { url, eventTypes, description }: EndpointContent,
): Promise<Once<EndpointWithSecret>> {
  const merchantId = merchantOf(change.caller);
  const asked = { ...change, operationId: 'createWebhookEndpoint', asked: { url, eventTypes, description } };
  const work = async (trx: Trx): Promise<EndpointWithSecret> => {
    await requireRoom(trx, merchantId);
    const endpointId = `whe_${randomBytes(16).toString('hex')}`;
    const secret = newSecret();
    const row = await insertEndpoint(trx, {
      ...{ endpointId, merchantId, url, eventTypes, description: description ?? null },
      secret: deps.cipher.seal(secret, secretRow(endpointId, 'secret')),
    });
    return { ...endpointView(row, Date.now()), secret };
  };
  return await answerOnce(deps, asked, work, () => requireAdmitted(deps, url));
}

async function requireRoom(trx: Trx, merchantId: MerchantId): Promise<void> {
  if ((await countEndpoints(trx, merchantId)) < ENDPOINT_COUNT_MAX) return;
  throw new LeaseError('WEBHOOK_ENDPOINTS_EXCEEDED', `a retailer has at most ${ENDPOINT_COUNT_MAX} endpoints`);
}

/** @throws LeaseError VALIDATION_FAILED naming the field and what is wrong with it */
async function requireAdmitted({ admitUrl }: WebhookEndpointDeps, url: string): Promise<void> {
  const admitted = await admitUrl(url);
  if (typeof admitted === 'string') throw invalidPart('/url', 'not_allowed', admitted);
}

export async function changeEndpoint(
  deps: WebhookEndpointDeps,
  change: Change,
  endpointId: string,
  content: EndpointChange,
): Promise<Once<EndpointView>> {
  const asked = { ...change, operationId: 'changeWebhookEndpoint', asked: { endpointId, ...content } };
  const work = async (trx: Trx): Promise<EndpointView> => {
    const row = await requireEndpoint(trx, change.caller, endpointId);
    const changed = await updateEndpoint(trx, endpointId, columnsOf(content, row));
    if (changed.state === 'disabled') await endDeliveries(trx, endpointId, ENDED.disabled);
    return endpointView(changed, Date.now());
  };
  return await answerOnce(deps, asked, work, async () => {
    await requireEndpoint(deps.db, change.caller, endpointId);
    if (content.url !== undefined) await requireAdmitted(deps, content.url);
  });
}

/** What is not named stays. An endpoint that is enabled, or leads elsewhere, has not failed yet. */
function columnsOf({ url, eventTypes, description, state }: EndpointChange, row: WebhookEndpointRow) {
  const next = state ?? row.state;
  const isFresh = (url !== undefined && url !== row.url) || (state === 'enabled' && row.state === 'disabled');
  return {
    url: url ?? row.url,
    event_types: eventTypes ?? row.event_types,
    description: description === undefined ? row.description : description,
    state: next,
    disabled_reason: next === 'enabled' ? null : (row.disabled_reason ?? 'switched_off'),
    failing_since: isFresh ? null : row.failing_since,
  };
}

/** Its rows stay: they say what was told to whom. */
export async function removeEndpoint(
  deps: WebhookEndpointDeps,
  change: Change,
  endpointId: string,
): Promise<Once<null>> {
  const asked = { ...change, operationId: 'deleteWebhookEndpoint', asked: { endpointId } };
  return await answerOnce(deps, asked, async (trx) => {
    await requireEndpoint(trx, change.caller, endpointId);
    await updateEndpoint(trx, endpointId, { state: 'deleted', previous_secret: null, previous_secret_until: null });
    await endDeliveries(trx, endpointId, ENDED.deleted);
    return null;
  });
}

/** The secret before signs beside the new one for a day; the one before that, at once no more. */
export async function rotateSecret(
  { cipher, ...deps }: WebhookEndpointDeps,
  change: Change,
  endpointId: string,
): Promise<Once<EndpointWithSecret>> {
  const asked = { ...change, operationId: 'rotateWebhookSecret', asked: { endpointId } };
  return await answerOnce({ ...deps, cipher }, asked, async (trx) => {
    const row = await requireEndpoint(trx, change.caller, endpointId);
    const before = cipher.open(row.secret, secretRow(endpointId, 'secret'));
    const secret = newSecret();
    const nowMs = Date.now();
    const changed = await updateEndpoint(trx, endpointId, {
      secret: cipher.seal(secret, secretRow(endpointId, 'secret')),
      previous_secret: cipher.seal(before, secretRow(endpointId, 'previous_secret')),
      previous_secret_until: instant(nowMs + SECRET_OVERLAP_MS),
    });
    return { ...endpointView(changed, nowMs), secret };
  });
}
