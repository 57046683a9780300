import { appendAudit } from '../db/audit-log';
import { agreementHash } from '../db/contracts';
import { leaseColumns, lockLease, type LeaseRow, updateLease } from '../db/leases';
import { postEntries } from '../db/ledger';
import { appendTimeline } from '../db/timeline';
import { requestIdOf } from '../db/requests';
import { insertVerdict } from '../db/verdicts';
import type { Trx } from '../db/database';
import type { LeaseId } from '../domain/ids';
import type { Recording, Reporter } from '../domain/lease/recording';
import { keepAgreement } from './agreements';
import { answerTo } from './answers';
import type { ActivityDeps } from './deps';
import { entriesOf } from './journal';
import { keepShipments } from './shipments';
import { keepSignature } from './signatures';

export interface Recorded {
  /** the hash a signature must name, once the agreement of a new contract is rendered */
  agreement?: { round: number; agreementSha256: string };
}

/**
 * Writes steps of a lease to SQL in one transaction: verdicts with the answers given, changed fields, timeline, ledger,
 * and what a step brings with it (the agreement of a new contract, the evidence of a signature).
 *
 * Run again it changes nothing: a step at or before the row's `last_sequence` is written already.
 *
 * @throws anything (retried) when the database cannot be reached
 */
export function recordLease(deps: ActivityDeps) {
  return async (input: { leaseId: LeaseId; recordings: Recording[] }): Promise<Recorded> => {
    const { leaseId, recordings } = input;
    return await deps.db.transaction().execute(async (trx) => {
      const row = await lockLease(trx, leaseId);
      const fresh = recordings.filter((step) => step.sequence > row.last_sequence);
      if (fresh.length > 0) await writeSteps(deps, trx, row, fresh);
      return await renderedAgreement(trx, leaseId, recordings);
    });
  };
}

async function writeSteps(deps: ActivityDeps, trx: Trx, before: LeaseRow, steps: Recording[]): Promise<void> {
  const leaseId = before.lease_id;
  await appendTimeline(trx, before, steps);
  await postEntries(
    trx,
    steps.flatMap((step) => entriesOf(before, step)),
  );

  let row = before;
  for (const [index, step] of steps.entries()) {
    const extra = await keepContent(deps, trx, row, step);
    row = { ...row, ...leaseColumns(step.changes), ...extra.columns };
    if (!step.verdict || !step.by) continue;
    // What the lease did by itself because of the report belongs to its answer: acceptance follows a signature.
    const settled = { ...row, ...ownSteps(step, steps.slice(index + 1)) };
    const answer = step.verdict.outcome === 'accepted' ? await answerTo(deps.cipher, trx, step, settled) : null;
    const verdict = verdictRow(leaseId, step, settled, answer && { ...answer, ...extra.answer });
    const isNew = await insertVerdict(trx, deps.cipher, verdict);
    if (isNew) row = { ...row, ...(await appendAudit(trx, leaseId, row, await auditLine(trx, verdict, step.by))) };
  }
  const last = steps[steps.length - 1];
  if (!last) return;
  const lastSequence = last.sequence + last.events.length - 1;
  await updateLease(trx, leaseId, { ...changedColumns(before, row), last_sequence: lastSequence });
}

interface Kept {
  columns: Partial<LeaseRow>;
  answer: object;
}

/** Stores the content a step brings, which never travelled through Temporal. */
async function keepContent(deps: ActivityDeps, trx: Trx, row: LeaseRow, step: Recording): Promise<Kept> {
  const after = { ...row, ...leaseColumns(step.changes) };
  if (step.by && step.events.some(({ type }) => type === 'invoice.submitted' || type === 'invoice.replaced')) {
    const { invoiceNumber, pricing, signingUrl } = await keepAgreement(deps, trx, after, step, step.by);
    return { columns: { invoice_number: invoiceNumber }, answer: { pricing, signingUrl } };
  }
  if (step.by && step.events.some(({ type }) => type === 'agreement.signed')) {
    return { columns: await keepSignature(deps, trx, after, step, step.by), answer: {} };
  }
  if (step.by) await keepShipments(trx, deps.cipher, after, step, step.by.messageId);
  const cancelled = { invoice_number: null, is_autopay: false };
  return { columns: step.changes.contractRound === null ? cancelled : {}, answer: {} };
}

/** What followed in the very instant of the report; a deadline that fell due later in the same batch is no part of it. */
function ownSteps(reported: Recording, rest: Recording[]): Partial<LeaseRow> {
  const end = rest.findIndex((step) => step.verdict ?? step.at !== reported.at);
  const own = end === -1 ? rest : rest.slice(0, end);
  return own.reduce<Partial<LeaseRow>>((columns, step) => ({ ...columns, ...leaseColumns(step.changes) }), {});
}

function verdictRow(leaseId: LeaseId, step: Recording, row: LeaseRow, answer: object | null) {
  const { by, verdict, at } = step;
  if (!by || !verdict) throw new Error('only a step with a verdict has a verdict row');
  return {
    message_id: by.messageId,
    lease_id: leaseId,
    outcome: verdict.outcome,
    code: verdict.code ?? null,
    detail: verdict.detail ?? null,
    event: verdict.event,
    from_status: verdict.from,
    status: row.status,
    version: row.version,
    at,
    answer,
  };
}

async function auditLine(trx: Trx, verdict: ReturnType<typeof verdictRow>, { actor, channel }: Reporter) {
  const { message_id, at, event, outcome, code, version } = verdict;
  const request_id = await requestIdOf(trx, message_id);
  return { message_id, at, actor, channel, request_id, event, outcome, code, version };
}

function changedColumns(before: LeaseRow, after: LeaseRow): Partial<LeaseRow> {
  const changed = Object.entries(after).filter(([column, value]) => before[column as keyof LeaseRow] !== value);
  return Object.fromEntries(changed);
}

/** Also on a repeat: the first run may have committed and never been heard. */
async function renderedAgreement(trx: Trx, leaseId: LeaseId, recordings: Recording[]): Promise<Recorded> {
  const rounds = recordings.map((step) => step.changes.contractRound ?? 0);
  const round = Math.max(0, ...rounds);
  const agreementSha256 = round > 0 ? await agreementHash(trx, { leaseId, round }) : undefined;
  return agreementSha256 ? { agreement: { round, agreementSha256 } } : {};
}
