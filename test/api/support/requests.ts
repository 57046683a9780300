import type { Express } from 'express';
import request, { type Test } from 'supertest';
import type { Operation } from '../../../api/operation';
import { allOperations } from '../../../api/operations';
import * as bodies from './bodies';
import { keyOf, OWN_LEASE, TODAY, TOKEN } from './fake-ports';

export const OPERATIONS = allOperations({ today: () => TODAY });

/** One body for each operation that takes one; accepted as it is. A text or bytes where it is no JSON. */
export const BODIES: Readonly<Record<string, object | string>> = {
  submitApplication: bodies.APPLICATION,
  lookupLease: bodies.LOOKUP,
  submitInvoiceInformation: bodies.INVOICE,
  estimatePricing: bodies.ESTIMATE,
  submitDeliveryConfirmations: bodies.DELIVERY,
  submitSignature: bodies.SIGNATURE,
  openReview: bodies.REASON,
  decideReview: bodies.DECISION,
  submitDocuments: bodies.DOCUMENTS,
  reinstateLease: bodies.REASON,
  advanceClock: bodies.CLOCK,
  setDecisionEngine: bodies.ENGINE,
};

/** Who may do it, for tests about something else. */
const CALLER_OF: Readonly<Record<string, string>> = { support: 'support', operations: 'operations' };

export function operationNamed(operationId: string): Operation {
  const found = OPERATIONS.find((operation) => operation.operationId === operationId);
  if (!found) throw new Error(`no operation ${operationId}`);
  return found;
}

export function pathOf(operation: Operation, leaseId = OWN_LEASE): string {
  return operation.path.replace(':leaseId', leaseId).replace(':token', TOKEN).replace(':messageId', 'message-1');
}

export interface Over {
  caller?: string | undefined;
  leaseId?: string;
  body?: unknown;
}

/** The operation's valid request, by someone who may, unless told otherwise. */
export function callOperation(app: Express, operationId: string, over: Over = {}): Test {
  const operation = operationNamed(operationId);
  const caller = 'caller' in over ? over.caller : (CALLER_OF[operation.scope] ?? 'retailer');
  const call = request(app)[operation.method](pathOf(operation, over.leaseId));
  if (caller !== undefined) void call.set('Authorization', keyOf(caller));
  if (operation.idempotency === 'required') void call.set('Idempotency-Key', 'key-1');
  const body = 'body' in over ? over.body : BODIES[operationId];
  if (body === undefined) return call;
  const isRaw = operation.rawBody && (typeof body === 'string' || Buffer.isBuffer(body));
  if (isRaw) return call.set('Content-Type', operation.rawBody?.mediaTypes[0] ?? '').send(body);
  return call.set('Content-Type', 'application/json').send(JSON.stringify(body));
}
