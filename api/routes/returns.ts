import { CREDIT_INVOICE_BYTES_MAX, CREDIT_INVOICE_TYPES } from '../../domain/returns/credit-invoice';
import { commandOperation, json, keyedOperation, type Operation } from '../operation';
import { LeasePath } from '../schemas/lease';
import { NoBody, Nothing } from '../schemas/nothing';
import { BinaryBody } from '../schemas/raw-body';
import { CreditInvoice, ReturnList, ReturnPath } from '../schemas/returns';

/** A multipart body is the file and some lines around it. */
const BODY_BYTES_MAX = CREDIT_INVOICE_BYTES_MAX + 16_384;

const listReturns = keyedOperation({
  method: 'get',
  path: '/v1/leases/:leaseId/returns',
  operationId: 'listReturns',
  tag: 'Returns',
  summary: 'What came back or became cheaper, newest first',
  scope: 'leases:read',
  successStatus: 200,
  errorCodes: [],
  pathSchema: LeasePath,
  querySchema: Nothing,
  bodySchema: NoBody,
  answerSchema: ReturnList,
  handle: async ({ caller, path }, { money }) => json({ data: await money.returns.list(caller, path.leaseId) }),
});

const attachCreditInvoice = commandOperation({
  method: 'post',
  path: '/v1/leases/:leaseId/returns/:returnId/credit-invoice',
  operationId: 'attachCreditInvoice',
  tag: 'Returns',
  summary: "Keep the merchant's credit invoice with its return: PDF, PNG or JPEG up to 10 MiB, as it is or as a form",
  scope: 'leases:write',
  successStatus: 200,
  errorCodes: ['NOT_FOUND', 'ILLEGAL_TRANSITION'],
  pathSchema: ReturnPath,
  querySchema: Nothing,
  bodySchema: BinaryBody,
  rawBody: {
    kind: 'binary',
    // What a file is, its bytes say: a sender who does not know, or is mistaken, is no reason to refuse it.
    mediaTypes: [...CREDIT_INVOICE_TYPES, 'image/jpg', 'application/octet-stream', 'multipart/form-data'],
    bytesMax: BODY_BYTES_MAX,
  },
  answerSchema: CreditInvoice,
  async handle({ caller, requestId, idempotencyKey, path, body }, { money }) {
    const { isReplayed, creditInvoice } = await money.returns.attach({
      ...{ caller, requestId, idempotencyKey, body },
      ...path,
    });
    return { ...json(creditInvoice), headers: isReplayed ? { 'Idempotent-Replayed': 'true' } : {} };
  },
});

const requestCreditInvoice = keyedOperation({
  method: 'get',
  path: '/v1/leases/:leaseId/returns/:returnId/credit-invoice',
  operationId: 'requestCreditInvoice',
  tag: 'Returns',
  summary: 'The credit invoice as it was sent',
  scope: 'leases:read',
  successStatus: 200,
  errorCodes: ['NOT_FOUND'],
  pathSchema: ReturnPath,
  querySchema: Nothing,
  bodySchema: NoBody,
  answerSchema: undefined,
  answerTypes: CREDIT_INVOICE_TYPES,
  async handle({ caller, path }, { money }) {
    const { mediaType, bytes } = await money.returns.creditInvoice(caller, path.leaseId, path.returnId);
    const headers = { 'Content-Disposition': `attachment; filename="credit-invoice-${path.returnId}"` };
    return { kind: 'bytes', status: 200, bytes, contentType: mediaType, headers };
  },
});

export const returnOperations: readonly Operation[] = [listReturns, attachCreditInvoice, requestCreditInvoice];
