import { z } from 'zod';
import { LeaseError } from '../../domain/errors';
import { json, keyedOperation, type Operation } from '../operation';
import { NoBody, Nothing } from '../schemas/nothing';
import { code, text } from '../schemas/text';
import { emptyReply, submit } from './command';
import { ApplicationId, ApplicationQuery, Store, UsDate } from './values';

const COMMERCE = { tag: 'Commerce API', pathSchema: Nothing } as const;

const requestSigningUrl = keyedOperation({
  ...COMMERCE,
  method: 'get',
  path: '/api/v1/application/contract',
  operationId: 'commerceRequestContract',
  summary: 'The address at which the customer signs, to be shown in a frame; only in Contracts',
  scope: 'leases:write',
  successStatus: 200,
  errorCodes: ['LEASE_NOT_FOUND', 'NOT_FOUND', 'ILLEGAL_TRANSITION'],
  querySchema: ApplicationQuery,
  bodySchema: NoBody,
  answerSchema: z.strictObject({ applicationId: z.string(), eSignUrl: z.string() }).meta({ id: 'CommerceContract' }),
  async handle({ caller, origin, query: { applicationId } }, { commerce }) {
    const { signingUrl } = await commerce.cart(caller, applicationId);
    if (!signingUrl) throw new LeaseError('ILLEGAL_TRANSITION', 'there are no contracts to sign');
    return json({ applicationId, eSignUrl: `${origin}${signingUrl}` });
  },
});

const cancelContract = keyedOperation({
  ...COMMERCE,
  method: 'delete',
  path: '/api/v1/application/contract',
  operationId: 'commerceCancelContract',
  summary: 'Call the order off before anything is shipped; the initial payment goes back',
  scope: 'leases:write',
  successStatus: 204,
  otherStatuses: [202],
  errorCodes: ['LEASE_NOT_FOUND', 'ILLEGAL_TRANSITION', 'APPROVAL_EXPIRED', 'CONTRACTS_EXPIRED', 'LEASE_BLOCKED'],
  querySchema: ApplicationQuery,
  bodySchema: NoBody,
  answerSchema: undefined,
  async handle({ caller, requestId, query: { applicationId: leaseId } }, ports) {
    const command = { caller, requestId, leaseId, operationId: 'cancelContract', body: undefined };
    return emptyReply(await submit(ports, { ...command, report: { event: 'contractCancelled' } }));
  },
});

const DeliveryBody = z.looseObject({
  store: Store,
  applicationId: ApplicationId,
  deliveryDate: UsDate,
  shippingProvider: text(60).nullish(),
  trackingId: code(64).nullish(),
});

const confirmDelivery = keyedOperation({
  ...COMMERCE,
  method: 'post',
  path: '/api/v1/application/cart/delivery',
  operationId: 'commerceConfirmDelivery',
  summary: 'The whole order is delivered, or will be on that day',
  scope: 'leases:write',
  successStatus: 204,
  otherStatuses: [202],
  errorCodes: [
    ...(['LEASE_NOT_FOUND', 'ILLEGAL_TRANSITION', 'NOT_OK_TO_DELIVER', 'APPROVAL_EXPIRED'] as const),
    ...(['CONTRACTS_EXPIRED', 'LEASE_BLOCKED', 'DELIVERY_DATE_OUT_OF_WINDOW', 'DELIVERED_BEFORE_SIGNED'] as const),
  ],
  querySchema: Nothing,
  bodySchema: DeliveryBody,
  answerSchema: undefined,
  async handle({ caller, requestId, body }, ports) {
    const { applicationId: leaseId, deliveryDate: deliveredOn, shippingProvider, trackingId } = body;
    const native = {
      deliveredOn,
      ...(shippingProvider ? { carrier: shippingProvider } : {}),
      ...(trackingId ? { trackingNumber: trackingId } : {}),
    };
    const command = { caller, requestId, leaseId, operationId: 'submitDeliveryConfirmations', body: native };
    return emptyReply(await submit(ports, { ...command, report: { event: 'deliveryConfirmed', deliveredOn } }));
  },
});

export const commerceContractOperations: readonly Operation[] = [requestSigningUrl, cancelContract, confirmDelivery];
