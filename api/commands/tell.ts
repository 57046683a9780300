import { leaseSignals } from '../../activities/adapters/lease-signals';
import { promptly } from '../../config/temporal-client';
import { recordEndedRefusal } from '../../db/ended-leases';
import { keepRequest } from '../../db/requests';
import { findVerdicts } from '../../db/verdicts';
import type { LeaseId, MessageId } from '../../domain/ids';
import type { Report } from '../../domain/lease/reports';
import type { CommandAnswer } from '../ports';
import { answerOf, pendingAnswer, requireSameRequest } from './answers';
import type { CommandDeps } from './deps';
import { fingerprintOf } from './message-ids';

export interface Told {
  leaseId: LeaseId;
  messageId: MessageId;
  requestId: string;
  scope: string;
  actor: string;
  channel: string;
  operationId: string;
  body: unknown;
  /** what is kept in place of the body, where there is more to keep than was asked; never compared with a repeat */
  kept?: unknown;
  report: Report;
  waitMs: number;
}

/** Keep, signal, wait for the verdict: the way of every report to its lease. A repeat gets the first answer. */
export async function tell({ db, cipher, temporal, waiter }: CommandDeps, told: Told): Promise<CommandAnswer> {
  const { leaseId, messageId, requestId, actor, channel, operationId, report } = told;
  // No body, as DELETE has it, is kept and compared like an empty one.
  const body = told.body ?? {};
  const fingerprint = fingerprintOf(cipher, { operationId, leaseId, body });
  const request = {
    messageId,
    caller: told.scope,
    leaseId,
    operationId,
    fingerprint,
    requestId,
    actor,
    body: told.kept ?? body,
  };
  const kept = await keepRequest(db, cipher, request);
  if (!kept.isNew) {
    requireSameRequest(kept, { leaseId, fingerprint });
    const [row] = await findVerdicts(db, [messageId]);
    if (row) return answerOf(cipher, row, true);
  }

  const by = { messageId, requestId, actor, channel };
  const isHeard = await promptly(temporal, () => leaseSignals(temporal).tell(leaseId, by, report));
  if (!isHeard) await recordEndedRefusal(db, cipher, leaseId, by, report.event);
  const verdict = await waiter.verdict(messageId, told.waitMs);
  return verdict ? answerOf(cipher, verdict, !kept.isNew) : pendingAnswer(leaseId, messageId, !kept.isNew);
}
