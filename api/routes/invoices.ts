import { json, keyedOperation } from '../operation';
import { InvoiceAnswer, InvoiceBody } from '../schemas/invoice';
import { LeasePath } from '../schemas/lease';
import { NoBody, Nothing } from '../schemas/nothing';
import { EstimateBody, Pricing } from '../schemas/pricing';
import { leaseCommand } from './lease-command';
import { OF_THE_CONTRACT } from './links';

const submitInvoiceInformation = leaseCommand({
  method: 'post',
  path: '/v1/leases/:leaseId/invoice',
  operationId: 'submitInvoiceInformation',
  tag: 'Origination',
  summary: 'Submit the order, or replace it while unsigned; answers the price and the signing link',
  scope: 'leases:write',
  errorCodes: [
    'ILLEGAL_TRANSITION',
    'APPROVAL_EXPIRED',
    'CONTRACTS_EXPIRED',
    'LEASE_BLOCKED',
    'DUPLICATE_LINE',
    'LINE_TOTAL_MISMATCH',
    'INVOICE_TOTAL_MISMATCH',
    'ITEM_NOT_LEASABLE',
    'STATE_NOT_SERVED',
    'PRICE_CAP_EXCEEDED',
    'AMOUNT_EXCEEDS_APPROVAL',
    'BELOW_MINIMUM',
    'ABOVE_MAXIMUM',
    'AMOUNT_TOO_SMALL',
    'AMOUNT_OUT_OF_RANGE',
  ],
  bodySchema: InvoiceBody,
  answerSchema: InvoiceAnswer,
  links: OF_THE_CONTRACT,
  report: ({ invoiceTotalCents, deliveryState, lines }) => ({
    event: 'invoiceSubmitted',
    invoice: {
      invoiceTotalCents,
      ...(deliveryState ? { deliveryState } : {}),
      lines: lines.map(({ sku: _sku, description: _description, ...line }) => line),
    },
  }),
});

const requestLeasePricing = keyedOperation({
  method: 'get',
  path: '/v1/leases/:leaseId/pricing',
  operationId: 'requestLeasePricing',
  tag: 'Pricing',
  summary: 'What the lease costs, once it has an invoice',
  scope: 'leases:read',
  successStatus: 200,
  errorCodes: ['NOT_FOUND'],
  pathSchema: LeasePath,
  querySchema: Nothing,
  bodySchema: NoBody,
  answerSchema: Pricing,
  handle: async ({ caller, path }, { reads }) => json(await reads.pricing(caller, path.leaseId)),
});

const estimatePricing = keyedOperation({
  method: 'post',
  path: '/v1/pricing/estimate',
  operationId: 'estimatePricing',
  tag: 'Pricing',
  summary: 'What a lease of this cash price would cost in this store',
  scope: 'leases:read',
  successStatus: 200,
  errorCodes: ['NOT_FOUND', 'BELOW_MINIMUM', 'ABOVE_MAXIMUM', 'AMOUNT_TOO_SMALL', 'AMOUNT_OUT_OF_RANGE'],
  pathSchema: Nothing,
  querySchema: Nothing,
  bodySchema: EstimateBody,
  answerSchema: Pricing,
  handle: async ({ caller, body: { storeId, cashPriceCents, payFrequency } }, { reads }) =>
    json(await reads.estimate(caller, storeId, cashPriceCents, payFrequency)),
});

export const invoiceOperations = [submitInvoiceInformation, requestLeasePricing, estimatePricing];
