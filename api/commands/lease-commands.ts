import { randomBytes } from 'node:crypto';
import { findSigningLink } from '../../db/contracts';
import { newestRunOn } from '../../db/run-days';
import { LeaseError } from '../../domain/errors';
import type { Report, ReportEvent } from '../../domain/lease/reports';
import type { LeaseCommands } from '../ports';
import { requireLease } from '../reads/tenancy';
import { applyForLease } from './applications';
import { CARD_WAIT_MS, type CommandDeps, VERDICT_WAIT_MS } from './deps';
import { derivedKey } from './derived-keys';
import { actorOf, callerScope, messageIdFor, signingScope } from './message-ids';
import { tell } from './tell';

/** Their verdict is that of a card. */
const CARD_IS_ASKED: readonly ReportEvent[] = ['paymentSubmitted', 'purchaseAccepted'];

/** A return may be of a day that the daily run has reached, though the lease's own clock has not. */
async function dated({ db }: CommandDeps, report: Report): Promise<Report> {
  if (report.event !== 'returnSubmitted') return report;
  const lastRunOn = await newestRunOn(db);
  return lastRunOn ? { ...report, lastRunOn } : report;
}

/** Find, keep, signal, wait for the verdict, answer. Whether a report is any good is for the lease to say. */
export function leaseCommands(deps: CommandDeps): LeaseCommands {
  const { db, cipher } = deps;
  return {
    apply: (command) => applyForLease(deps, command),
    derivedKey: (caller, asked) => derivedKey(deps, callerScope(caller), asked),

    async submit({ caller, leaseId, requestId, idempotencyKey, operationId, body, report }) {
      await requireLease(db, caller, leaseId);
      const scope = callerScope(caller);
      const id = messageIdFor(cipher, scope, idempotencyKey);
      const by = {
        messageId: id,
        requestId,
        scope,
        actor: actorOf(caller),
        channel: caller.channel ?? 'api',
        operationId,
      };
      const waitMs = CARD_IS_ASKED.includes(report.event) ? CARD_WAIT_MS : VERDICT_WAIT_MS;
      return await tell(deps, { ...by, leaseId, body, report: await dated(deps, report), waitMs });
    },

    async sign({ token, requestId, idempotencyKey, body, signer }) {
      const link = await findSigningLink(db, token);
      if (!link) throw new LeaseError('NOT_FOUND', 'no such signing link');
      const { leaseId, round } = link;
      const scope = signingScope(link);
      // Without a key each call is an attempt of its own: a second card is no repeat of the first.
      const id = messageIdFor(cipher, scope, idempotencyKey ?? randomBytes(16).toString('hex'));
      const { agreementSha256 } = body;
      const report = { event: 'agreementSigned', round, agreementSha256 } as const;
      const by = {
        messageId: id,
        requestId,
        scope,
        actor: 'customer',
        channel: 'signing',
        operationId: 'submitSignature',
      };
      const kept = { ...body, signer };
      return await tell(deps, { ...by, leaseId, body, kept, report, waitMs: CARD_WAIT_MS });
    },
  };
}
