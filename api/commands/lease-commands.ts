import { randomBytes } from 'node:crypto';
import { findSigningLink } from '../../db/contracts';
import { recordEndedRefusal } from '../../db/ended-leases';
import { keepRequest } from '../../db/requests';
import { findVerdicts } from '../../db/verdicts';
import { LeaseError } from '../../domain/errors';
import type { LeaseId, MessageId } from '../../domain/ids';
import type { Report } from '../../domain/lease/reports';
import type { CommandAnswer, LeaseCommands } from '../ports';
import { requireLease } from '../reads/tenancy';
import { answerOf, pendingAnswer, requireSameRequest } from './answers';
import { applyForLease } from './applications';
import { CARD_WAIT_MS, type CommandDeps, VERDICT_WAIT_MS } from './deps';
import { callerScope, fingerprintOf, messageIdFor } from './message-ids';
import { tellLease } from './temporal-leases';

interface Told {
  leaseId: LeaseId;
  messageId: MessageId;
  requestId: string;
  scope: string;
  actor: string;
  channel: string;
  operationId: string;
  body: unknown;
  report: Report;
  waitMs: number;
}

/** Find, keep, signal, wait for the verdict, answer. Whether a report is any good is for the lease to say. */
export function leaseCommands(deps: CommandDeps): LeaseCommands {
  const { db, cipher } = deps;
  return {
    apply: (command) => applyForLease(deps, command),

    async submit({ caller, leaseId, requestId, idempotencyKey, operationId, body, report }) {
      await requireLease(db, caller, leaseId);
      const scope = callerScope(caller);
      const id = messageIdFor(cipher, scope, idempotencyKey);
      const actor = `${caller.kind}:${caller.keyId}`;
      const by = { messageId: id, requestId, scope, actor, channel: 'api', operationId };
      return await tell(deps, { ...by, leaseId, body, report, waitMs: VERDICT_WAIT_MS });
    },

    async sign({ token, requestId, idempotencyKey, body }) {
      const link = await findSigningLink(db, token);
      if (!link) throw new LeaseError('NOT_FOUND', 'no such signing link');
      const { leaseId, round } = link;
      const scope = `signing:${leaseId}:${round}`;
      // Without a key each call is an attempt of its own: a second card is no repeat of the first.
      const id = messageIdFor(cipher, scope, idempotencyKey ?? randomBytes(16).toString('hex'));
      const { agreementSha256 } = body;
      const report = { event: 'agreementSigned', round, agreementSha256 } as const;
      const by = { messageId: id, requestId, scope, actor: 'customer', channel: 'signing', operationId: 'submitSignature' };
      return await tell(deps, { ...by, leaseId, body, report, waitMs: CARD_WAIT_MS });
    },
  };
}

async function tell({ db, cipher, temporal, waiter }: CommandDeps, told: Told): Promise<CommandAnswer> {
  const { leaseId, messageId, requestId, actor, channel, operationId, body, report } = told;
  const fingerprint = fingerprintOf(cipher, { operationId, leaseId, body });
  const request = { messageId, caller: told.scope, leaseId, operationId, fingerprint, body };
  const kept = await keepRequest(db, cipher, request);
  if (!kept.isNew) {
    requireSameRequest(kept, { leaseId, fingerprint });
    const [row] = await findVerdicts(db, [messageId]);
    if (row) return answerOf(cipher, row, true);
  }

  const by = { messageId, requestId, actor, channel };
  const isHeard = await tellLease(temporal, leaseId, by, report);
  if (!isHeard) await recordEndedRefusal(db, leaseId, by, report.event);
  const verdict = await waiter.verdict(messageId, told.waitMs);
  return verdict ? answerOf(cipher, verdict, !kept.isNew) : pendingAnswer(leaseId, messageId, !kept.isNew);
}

