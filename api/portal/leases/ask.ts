import { ERROR_CATALOGUE, type ErrorCode, type FieldError, LeaseError } from '../../../domain/errors';
import type { LeaseId } from '../../../domain/ids';
import { PendingAnswer } from '../../schemas/message';
import type { Operation, Reply } from '../../operation';
import type { Caller } from '../../ports';
import type { PageTools } from './deps';

/** Operations of the API that a page carries out for somebody at a desk. */
export const ASKED_OPERATIONS = [
  'submitApplication',
  'submitInvoiceInformation',
  'cancelContract',
  'submitDeliveryConfirmations',
  'requestReturnAuthorization',
  'submitLeaseReturn',
  'attachCreditInvoice',
  'requestCreditInvoice',
  'requestFundingReport',
] as const;
export type AskedOperation = (typeof ASKED_OPERATIONS)[number];

export interface Asking {
  caller: Caller;
  requestId: string;
  path?: { leaseId?: LeaseId; returnId?: string; runId?: string };
  /** as a caller of the API would send it; judged by the operation's own schema */
  body?: unknown;
  /** of an operation that changes something */
  idempotencyKey?: string;
}

/** What came of it, as far as a page can say something about it. */
export type Asked =
  | { outcome: 'done'; body: unknown }
  | { outcome: 'pending'; messageId: string; leaseId: string }
  | { outcome: 'refused'; status: number; code: ErrorCode }
  | { outcome: 'invalid'; status: 400; errors: readonly FieldError[] };

/**
 * Carries out an operation of the API, whole, with its schema and its report: so that the portal cannot do anything
 * else than a retailer's own program would.
 * @throws LeaseError for all that is no answer to what was asked: LEASE_NOT_FOUND, UNAVAILABLE, ...
 */
export async function ask(tools: PageTools, operationId: AskedOperation, asking: Asking): Promise<Asked> {
  try {
    return asked(await perform(tools, operationId, asking));
  } catch (error) {
    if (!(error instanceof LeaseError)) throw error;
    const { status } = ERROR_CATALOGUE[error.code];
    if (error.code === 'VALIDATION_FAILED')
      return { outcome: 'invalid', status: 400, errors: error.extra.errors ?? [] };
    if (!OF_WHAT_WAS_ASKED.includes(status)) throw error;
    return { outcome: 'refused', status, code: error.code };
  }
}

/** The reply as the API would send it. */
export async function perform(tools: PageTools, operationId: AskedOperation, asking: Asking): Promise<Reply> {
  const { caller, requestId, path = {}, body, idempotencyKey } = asking;
  return await operationOf(tools, operationId).perform(
    {
      ...{ caller, ...NOT_ASKED, origin: '', requestId, path, query: {} },
      accepts: ([first]) => first,
      readIdempotencyKey: () => keyOf(idempotencyKey),
      readOptionalIdempotencyKey: () => idempotencyKey,
      readBody: async () => body,
    },
    tools.ports,
  );
}

/** What the operations that a page carries out have no use for. */
const NOT_ASKED = { client: { ipAddress: '', userAgent: '' }, origin: '' };

/** Statuses that speak of the request itself; the others are about the address, the caller or our own state. */
const OF_WHAT_WAS_ASKED = [402, 409, 410, 413, 415, 422, 423];

function asked(reply: Reply): Asked {
  switch (reply.kind) {
    case 'json':
      return reply.status === 202 ? pending(reply.body) : { outcome: 'done', body: reply.body };
    case 'refusal':
      throw reply.refusal;
    case 'text':
    case 'bytes':
    case 'empty':
      return { outcome: 'done', body: undefined };
  }
}

function pending(body: unknown): Asked {
  const { messageId, leaseId } = PendingAnswer.parse(body);
  return { outcome: 'pending', messageId, leaseId };
}

function operationOf({ operations }: PageTools, operationId: AskedOperation): Operation {
  const operation = operations.get(operationId);
  if (!operation) throw new Error(`the API has no operation ${operationId}`);
  return operation;
}

function keyOf(idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined)
    throw new LeaseError('IDEMPOTENCY_KEY_MISSING', 'a page makes a key of what it asks');
  return idempotencyKey;
}

/**
 * The same, with a key made of what is asked: a button that is pressed twice asks once.
 * @param keyedBy what tells this request from another one with the same body; the body where nothing is said
 */
export async function askOnce(
  tools: PageTools,
  operationId: AskedOperation,
  { keyedBy, ...asking }: Asking & { keyedBy?: unknown },
): Promise<Asked> {
  const leaseId = asking.path?.leaseId;
  const content = { operationId, ...(leaseId === undefined ? {} : { leaseId }), body: keyedBy ?? asking.body ?? {} };
  const idempotencyKey = await tools.ports.commands.derivedKey(asking.caller, content);
  return await ask(tools, operationId, { ...asking, idempotencyKey });
}
