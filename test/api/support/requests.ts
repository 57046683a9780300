import type { Express } from 'express';
import request, { type Test } from 'supertest';
import { EXAMPLE_BANK_FILE } from '../../../api/docs/example-bank-file';
import type { Operation } from '../../../api/operation';
import { allOperations } from '../../../api/operations';
import * as bodies from './bodies';
import { OWN_DOCUMENT } from './fake-documents';
import { FUNDING_FILE, FUNDING_FILE_CSV } from './fake-funding-files';
import { COMMERCE_BODIES } from './commerce-bodies';
import { FUNDING_RUN } from './fake-fundings';
import { COLLECTION_RUN, MERCHANT } from './fake-operations-desk';
import { keyOf, OWN_LEASE, TODAY, TOKEN } from './fake-ports';
import { CREDIT_INVOICE, RETURN } from './fake-returns';
import { DELIVERY, ENDPOINT } from './fake-webhooks';

export const OPERATIONS = allOperations({ today: () => TODAY });

/** One body for each operation that takes one; accepted as it is. A text or bytes where it is no JSON. */
export const BODIES: Readonly<Record<string, object | string>> = {
  submitApplication: bodies.APPLICATION,
  lookupLease: bodies.LOOKUP,
  submitInvoiceInformation: bodies.INVOICE,
  estimatePricing: bodies.ESTIMATE,
  submitDeliveryConfirmations: bodies.DELIVERY,
  submitShipment: bodies.SHIPMENT,
  confirmShipment: bodies.DELIVERY,
  submitLeaseReturn: bodies.RETURN,
  submitPayment: bodies.PAYMENT,
  acceptPurchase: bodies.PURCHASE,
  submitSignature: bodies.SIGNATURE,
  openReview: bodies.REASON,
  decideReview: bodies.DECISION,
  submitDocuments: bodies.DOCUMENTS,
  reinstateLease: bodies.REASON,
  advanceClock: bodies.CLOCK,
  setDecisionEngine: bodies.ENGINE,
  proposeMerchantAccount: bodies.ACCOUNT,
  setProgram: bodies.PROGRAM,
  setEmbedOrigins: bodies.EMBED_ORIGINS,
  createWebhookEndpoint: bodies.WEBHOOK_ENDPOINT,
  changeWebhookEndpoint: { state: 'disabled' },
  replayWebhookDeliveries: { from: '2026-11-24T00:00:00.000Z' },
  runDaily: bodies.DAILY_RUN,
  takeBankFile: EXAMPLE_BANK_FILE,
  attachCreditInvoice: CREDIT_INVOICE,
  ...COMMERCE_BODIES,
  submitFundingFile: FUNDING_FILE_CSV,
};

/** Who may do it, for tests about something else. */
const CALLER_OF: Readonly<Record<string, string>> = { support: 'support', operations: 'operations', care: 'care' };

export function operationNamed(operationId: string): Operation {
  const found = OPERATIONS.find((operation) => operation.operationId === operationId);
  if (!found) throw new Error(`no operation ${operationId}`);
  return found;
}

/** What stands for a parameter in a path. */
const PATH_PARTS: Readonly<Record<string, string>> = {
  token: TOKEN,
  messageId: 'message-1',
  merchantId: MERCHANT,
  returnId: RETURN,
  fileId: FUNDING_FILE,
  endpointId: ENDPOINT,
  deliveryId: DELIVERY,
  documentId: OWN_DOCUMENT,
};

export function pathOf(operation: Operation, leaseId = OWN_LEASE): string {
  // The incumbent names the lease in the query.
  const query = 'applicationId' in operation.querySchema.shape ? `?applicationId=${leaseId}` : '';
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name === 'leaseId') return leaseId;
    if (name === 'runId') return operation.path.startsWith('/v1/funding-runs') ? FUNDING_RUN : COLLECTION_RUN;
    return PATH_PARTS[name] ?? `no-${name}`;
  });
  return path + query;
}

/** What stands in the query of a valid request. */
const QUERIES: Readonly<Record<string, string>> = { submitFundingFile: '?fileName=FUND_M-1_20261125_001.csv' };

export interface Over {
  caller?: string | undefined;
  leaseId?: string;
  body?: unknown;
}

/** The operation's valid request, by someone who may, unless told otherwise. */
export function callOperation(app: Express, operationId: string, over: Over = {}): Test {
  const operation = operationNamed(operationId);
  const caller = 'caller' in over ? over.caller : (CALLER_OF[operation.scope] ?? 'retailer');
  const call = request(app)[operation.method](`${pathOf(operation, over.leaseId)}${QUERIES[operationId] ?? ''}`);
  if (caller !== undefined) void call.set('Authorization', keyOf(caller));
  if (operation.idempotency === 'required') void call.set('Idempotency-Key', 'key-1');
  const body = 'body' in over ? over.body : BODIES[operationId];
  if (body === undefined) return call;
  const isRaw = operation.rawBody && (typeof body === 'string' || Buffer.isBuffer(body));
  if (isRaw) return call.set('Content-Type', operation.rawBody?.mediaTypes[0] ?? '').send(body);
  return call.set('Content-Type', 'application/json').send(JSON.stringify(body));
}
