import { createApp } from '../../api/app';
import { fakeDeps, OTHER_LEASE, UNKNOWN_LEASE } from './support/fake-ports';
import { callOperation, OPERATIONS } from './support/requests';

/** Kinds of callers, in the order of the columns. `stranger` is a retailer who asks for a lease of another. */
const CALLERS = ['nobody', 'guesser', 'retailer', 'readOnly', 'stranger', 'support', 'operations', 'care'] as const;

type Row = readonly [number, number, number, number, number, number, number, number];

/** Every operation by every kind of caller. A new operation without a row here fails the build. */
const ACCESS: Readonly<Record<string, Row>> = {
  //                                      nobody guesser retailer readOnly stranger support operations care
  submitApplication: /*                */ [401, 401, 201, 403, 201, 403, 403, 403],
  requestLeaseInformation: /*          */ [401, 401, 200, 200, 404, 200, 403, 200],
  listLeases: /*                       */ [401, 401, 200, 200, 200, 200, 403, 200],
  lookupLease: /*                      */ [401, 401, 200, 200, 200, 200, 403, 200],
  submitInvoiceInformation: /*         */ [401, 401, 200, 403, 404, 403, 403, 403],
  requestLeasePricing: /*              */ [401, 401, 200, 200, 404, 200, 403, 200],
  estimatePricing: /*                  */ [401, 401, 200, 200, 200, 200, 403, 200],
  cancelContract: /*                   */ [401, 401, 200, 403, 404, 403, 403, 403],
  submitDeliveryConfirmations: /*      */ [401, 401, 200, 403, 404, 403, 403, 403],
  submitShipment: /*                   */ [401, 401, 200, 403, 404, 403, 403, 403],
  confirmShipment: /*                  */ [401, 401, 200, 403, 404, 403, 403, 403],
  listShipments: /*                    */ [401, 401, 200, 200, 404, 200, 403, 200],
  requestStatusWithDeliveryConfirmation: [401, 401, 200, 200, 404, 200, 403, 200],
  requestPaymentSchedule: /*           */ [401, 401, 200, 200, 404, 200, 403, 200],
  requestReturnAuthorization: /*       */ [401, 401, 200, 403, 404, 403, 403, 403],
  submitLeaseReturn: /*                */ [401, 401, 200, 403, 404, 403, 403, 403],
  listReturns: /*                      */ [401, 401, 200, 200, 404, 200, 403, 200],
  attachCreditInvoice: /*              */ [401, 401, 200, 403, 404, 403, 403, 403],
  requestCreditInvoice: /*             */ [401, 401, 200, 200, 404, 200, 403, 200],
  submitPayment: /*                    */ [401, 401, 200, 403, 404, 403, 403, 403],
  cancelPayment: /*                    */ [401, 401, 200, 403, 404, 403, 403, 403],
  acceptPurchase: /*                   */ [401, 401, 200, 403, 404, 403, 403, 403],
  requestPurchaseOption: /*            */ [401, 401, 200, 200, 404, 200, 403, 200],
  requestPaymentHistory: /*            */ [401, 401, 200, 200, 404, 200, 403, 200],
  requestFees: /*                      */ [401, 401, 200, 200, 404, 200, 403, 200],
  listDocuments: /*                    */ [401, 401, 403, 403, 403, 403, 403, 200],
  requestDocument: /*                  */ [401, 401, 403, 403, 403, 403, 403, 200],
  requestTimeline: /*                  */ [401, 401, 200, 200, 404, 200, 403, 200],
  requestMessage: /*                   */ [401, 401, 200, 200, 404, 200, 403, 200],
  requestCustomer: /*                  */ [401, 401, 200, 403, 404, 403, 403, 200],
  createWebhookEndpoint: /*            */ [401, 401, 201, 403, 201, 403, 403, 403],
  listWebhookEndpoints: /*             */ [401, 401, 200, 403, 200, 403, 403, 403],
  requestWebhookEndpoint: /*           */ [401, 401, 200, 403, 404, 403, 403, 403],
  changeWebhookEndpoint: /*            */ [401, 401, 200, 403, 404, 403, 403, 403],
  deleteWebhookEndpoint: /*            */ [401, 401, 204, 403, 404, 403, 403, 403],
  rotateWebhookSecret: /*              */ [401, 401, 200, 403, 404, 403, 403, 403],
  listWebhookDeliveries: /*            */ [401, 401, 200, 403, 404, 403, 403, 403],
  replayWebhookDelivery: /*            */ [401, 401, 200, 403, 404, 403, 403, 403],
  replayWebhookDeliveries: /*          */ [401, 401, 200, 403, 404, 403, 403, 403],
  commerceSubmitApplication: [401, 401, 200, 403, 200, 403, 403, 403],
  commerceLookup: [401, 401, 200, 200, 200, 200, 403, 200],
  commerceRequestStatus: [401, 401, 200, 200, 404, 200, 403, 200],
  commerceSubmitCart: [401, 401, 200, 403, 404, 403, 403, 403],
  commerceRequestPricing: [401, 401, 200, 200, 404, 200, 403, 200],
  commerceRequestContract: [401, 401, 200, 403, 404, 403, 403, 403],
  commerceCancelContract: [401, 401, 204, 403, 404, 403, 403, 403],
  commerceConfirmDelivery: [401, 401, 204, 403, 404, 403, 403, 403],
  commerceRequestReturnAvailability: [401, 401, 200, 403, 404, 403, 403, 403],
  commerceSubmitReturn: [401, 401, 200, 403, 404, 403, 403, 403],
  commerceAcknowledgeDisclosures: [401, 401, 200, 403, 404, 403, 403, 403],
  commerceMarketingConsent: [401, 401, 200, 403, 404, 403, 403, 403],
  commerceConfirmOrder: [401, 401, 200, 403, 404, 403, 403, 403],
  openReview: /*                       */ [401, 401, 403, 403, 403, 200, 403, 403],
  decideReview: /*                     */ [401, 401, 403, 403, 403, 200, 403, 403],
  submitDocuments: /*                  */ [401, 401, 403, 403, 403, 200, 403, 403],
  reinstateLease: /*                   */ [401, 401, 403, 403, 403, 200, 403, 403],
  advanceClock: /*                     */ [401, 401, 200, 403, 404, 403, 403, 403],
  setDecisionEngine: /*                */ [401, 401, 403, 403, 403, 403, 200, 403],
  runDaily: /*                         */ [401, 401, 403, 403, 403, 403, 200, 403],
  takeBankFile: /*                     */ [401, 401, 403, 403, 403, 403, 200, 403],
  listFundings: /*                     */ [401, 401, 200, 403, 200, 403, 403, 403],
  listFundingRuns: /*                  */ [401, 401, 200, 403, 200, 403, 403, 403],
  requestFundingRun: /*                */ [401, 401, 200, 403, 200, 403, 403, 403],
  requestFundingReport: /*             */ [401, 401, 200, 403, 200, 403, 403, 403],
  submitFundingFile: /*                */ [401, 401, 201, 403, 201, 403, 403, 403],
  listFundingFiles: /*                 */ [401, 401, 200, 200, 200, 200, 403, 200],
  requestReceivedFile: /*              */ [401, 401, 200, 200, 404, 200, 403, 200],
  requestFundingFile: /*               */ [401, 401, 403, 403, 403, 403, 200, 403],
  releaseFundingRun: /*                */ [401, 401, 403, 403, 403, 403, 200, 403],
  requestCollectionRun: /*             */ [401, 401, 403, 403, 403, 403, 200, 403],
  requestCollectionFile: /*            */ [401, 401, 403, 403, 403, 403, 200, 403],
  requestMerchantAccount: /*           */ [401, 401, 403, 403, 403, 403, 200, 403],
  proposeMerchantAccount: /*           */ [401, 401, 403, 403, 403, 403, 200, 403],
  confirmMerchantAccount: /*           */ [401, 401, 403, 403, 403, 403, 200, 403],
  setProgram: /*                       */ [401, 401, 403, 403, 403, 403, 200, 403],
  setEmbedOrigins: /*                  */ [401, 401, 403, 403, 403, 403, 200, 403],
  requestAgreement: /*                 */ [200, 200, 200, 200, 200, 200, 200, 200],
  submitSignature: /*                  */ [200, 200, 200, 200, 200, 200, 200, 200],
  checkHealth: /*                      */ [200, 200, 200, 200, 200, 200, 200, 200],
  checkReadiness: /*                   */ [200, 200, 200, 200, 200, 200, 200, 200],
  requestMetrics: /*                   */ [401, 401, 403, 403, 403, 403, 200, 403],
};

const KEYS: Readonly<Record<string, string>> = { stranger: 'otherRetailer' };
const keyNameOf = (caller: string) => (caller === 'nobody' ? undefined : (KEYS[caller] ?? caller));

describe('who may do what', () => {
  const app = createApp(fakeDeps());

  it('has a row for every operation, and none for operations that are gone', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(OPERATIONS.map(({ operationId }) => operationId).sort());
  });

  const cells = Object.entries(ACCESS).flatMap(([operationId, row]) =>
    CALLERS.map((caller, column) => [operationId, caller, row[column]] as const),
  );
  it.each(cells)('%s by %s: %i', async (operationId, caller, status) => {
    const answer = await callOperation(app, operationId, { caller: keyNameOf(caller) });

    expect(answer.status).toBe(status);
  });

  const onLeases = OPERATIONS.filter(
    ({ path, scope }) => path.includes(':leaseId') && scope !== 'support' && scope !== 'care',
  );
  it.each(onLeases.map(({ operationId }) => operationId))(
    "%s answers for another retailer's lease exactly as for one that does not exist",
    async (operationId) => {
      const other = await callOperation(app, operationId, { leaseId: OTHER_LEASE });
      const unknown = await callOperation(app, operationId, { leaseId: UNKNOWN_LEASE });
      const misspelt = await callOperation(app, operationId, { leaseId: 'no-lease-id' });

      expect(other.body).toMatchObject({ status: 404, code: 'LEASE_NOT_FOUND' });
      expect(told(unknown.body)).toEqual(told(other.body));
      expect(told(misspelt.body)).toEqual(told(other.body));
    },
  );

  it('lists no lease of another retailer', async () => {
    const { body } = await callOperation(app, 'listLeases', { caller: 'otherRetailer' });

    expect(body.data.map(({ leaseId }: { leaseId: string }) => leaseId)).toEqual([OTHER_LEASE]);
  });
});

/** All that a caller could learn from: everything but the name and the place of this one request. */
function told({ requestId: _requestId, instance: _instance, ...rest }: Record<string, unknown>) {
  return rest;
}
