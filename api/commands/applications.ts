import { randomInt } from 'node:crypto';
import { insertApplication, readOrigin } from '../../db/applications';
import { findStore, programTerms } from '../../db/stores';
import { findVerdicts } from '../../db/verdicts';
import { keepRequest } from '../../db/requests';
import { instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { type LeaseId, leaseId, type MessageId, storeId } from '../../domain/ids';
import type { Envelope } from '../../domain/lease/recording';
import { NOT_SERVED_STATES } from '../../domain/states';
import type { ApplicationContent, Caller, CommandAnswer, LeaseCommands } from '../ports';
import { answerOf, pendingAnswer, requireSameRequest } from './answers';
import { type CommandDeps, VERDICT_WAIT_MS } from './deps';
import { actorOf, callerScope, fingerprintOf, messageIdFor } from './message-ids';
import { movableApproval, takeApprovalOver } from './moved-approvals';
import { startLease } from './temporal-leases';

type Application = Parameters<LeaseCommands['apply']>[0];

/**
 * Keeps the application, starts its lease, waits for the decision. A repeat finds the same lease, and starts it in case
 * the first request died before it could.
 *
 * @throws LeaseError STATE_NOT_SERVED, VALIDATION_FAILED for a store that is not the caller's, IDEMPOTENCY_KEY_REUSED
 */
export async function applyForLease(deps: CommandDeps, application: Application): Promise<CommandAnswer> {
  const { db, cipher, waiter } = deps;
  const { caller, requestId, idempotencyKey } = application;
  const messageId = messageIdFor(cipher, callerScope(caller), idempotencyKey);
  const { leaseId, isNew } = await keepApplication(deps, application, messageId);
  if (!isNew) {
    const [row] = await findVerdicts(db, [messageId]);
    if (row) return answerOf(cipher, row, true);
  }
  const actor = actorOf(caller);
  await startApplication(deps, leaseId, { messageId, requestId, actor, channel: caller.channel ?? 'api' });
  const verdict = await waiter.verdict(messageId, VERDICT_WAIT_MS);
  return verdict ? answerOf(cipher, verdict, !isNew) : pendingAnswer(leaseId, messageId, !isNew);
}

/** Starts the lease of a kept application; one that runs already, or has run, is left as it is. */
export async function startApplication(deps: CommandDeps, leaseId: LeaseId, by: Envelope): Promise<void> {
  const origin = await readOrigin(deps.db, leaseId);
  const movedApproval = await takeApprovalOver(deps, leaseId, by);
  await startLease(deps.temporal, { origin: movedApproval ? { ...origin, movedApproval } : origin, by });
}

async function keepApplication(
  { db, cipher }: CommandDeps,
  { caller, operationId, requestId, body }: Application,
  messageId: MessageId,
): Promise<{ leaseId: LeaseId; isNew: boolean }> {
  const found = await ownStore(db, caller, body);
  const newId = newLeaseId();
  const fingerprint = fingerprintOf(cipher, { operationId, body });
  const scope = callerScope(caller);
  return await db.transaction().execute(async (trx) => {
    const request = {
      ...{ messageId, caller: scope, leaseId: newId, operationId, fingerprint, body },
      ...{ requestId, actor: actorOf(caller) },
    };
    const kept = await keepRequest(trx, cipher, request);
    if (!kept.isNew) {
      requireSameRequest(kept, { leaseId: kept.leaseId, fingerprint });
      return { leaseId: kept.leaseId, isNew: false };
    }
    await insertApplication(trx, cipher, {
      leaseId: newId,
      messageId,
      store: found.store,
      terms: programTerms(found.merchant),
      movedFrom: await movableApproval(trx, cipher, found, body),
      content: body,
      // Only until the lease writes its own first line, a moment later, with Workflow time.
      receivedAt: instant(Date.now()),
    });
    return { leaseId: newId, isNew: true };
  });
}

async function ownStore(db: CommandDeps['db'], { merchantId, storeIds }: Caller, body: ApplicationContent) {
  const found = await findStore(db, storeId(body.storeId));
  const isOwn = found?.store.merchant_id === merchantId && (storeIds?.includes(found.store.store_id) ?? true);
  if (!found || !isOwn) {
    const detail = 'no such store of yours';
    throw new LeaseError('VALIDATION_FAILED', detail, { errors: [{ pointer: '/storeId', code: 'unknown', detail }] });
  }
  const { state } = body.customer.address;
  if (NOT_SERVED_STATES.includes(state)) throw new LeaseError('STATE_NOT_SERVED', `we do not serve ${state}`);
  return found;
}

/** Ten random digits that do not start with 0: unique, and silent about how many leases there are. */
function newLeaseId(): LeaseId {
  return leaseId(String(randomInt(1_000_000_000, 10_000_000_000)));
}
