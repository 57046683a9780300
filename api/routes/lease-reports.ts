import { commandReply } from '../command-reply';
import { commandOperation, type Operation, type Reply } from '../operation';
import type { CommandAnswer } from '../ports';
import { LeasePath } from '../schemas/lease';
import { NoBody, Nothing } from '../schemas/nothing';
import { OneTimePaymentBody, PaymentPath } from '../schemas/one-time-payment';
import { PaymentLine } from '../schemas/payments';
import { PurchaseAcceptanceBody } from '../schemas/purchase';
import { LeaseReturn, ReturnAuthorization, ReturnBody } from '../schemas/return-report';
import { leaseCommand } from './lease-command';
import { OF_THE_FUNDED } from './links';

const WRONG_STATUS = ['ILLEGAL_TRANSITION', 'APPROVAL_EXPIRED', 'CONTRACTS_EXPIRED'] as const;
const CARD = ['CARD_DECLINED', 'CARD_TYPE_NOT_ACCEPTED'] as const;

const requestReturnAuthorization = commandOperation({
  method: 'post',
  path: '/v1/leases/:leaseId/return-authorization',
  operationId: 'requestReturnAuthorization',
  tag: 'Returns',
  summary: 'Ask before goods come back; a lease that takes no return says so, with reasons',
  scope: 'leases:write',
  successStatus: 200,
  otherStatuses: [202],
  errorCodes: [],
  pathSchema: LeasePath,
  querySchema: Nothing,
  bodySchema: NoBody,
  answerSchema: ReturnAuthorization,
  async handle({ caller, requestId, idempotencyKey, path: { leaseId }, body }, { commands }) {
    const report = { event: 'returnAuthorizationRequested' } as const;
    const operationId = 'requestReturnAuthorization';
    return authorizationReply(
      await commands.submit({ caller, requestId, idempotencyKey, operationId, leaseId, body, report }),
    );
  },
});

/** Who asks whether goods may come back is not refused but answered: no. */
function authorizationReply(answer: CommandAnswer): Reply {
  if (answer.outcome !== 'refused' || answer.code !== 'RETURN_NOT_ELIGIBLE') return commandReply(answer, 200);
  const no = { isReturnEligible: false, authorizationCode: null, validUntilAt: null, reasons: [answer.detail] };
  return commandReply({ outcome: 'accepted', replayed: answer.replayed, answer: no }, 200);
}

const submitLeaseReturn = leaseCommand({
  method: 'post',
  path: '/v1/leases/:leaseId/returns',
  operationId: 'submitLeaseReturn',
  tag: 'Returns',
  summary: 'Goods came back, or their price went down: posted at once, the merchant debited in the next funding',
  scope: 'leases:write',
  errorCodes: [
    'RETURN_NOT_ELIGIBLE',
    'RETURN_AUTHORIZATION_MISMATCH',
    'RETURN_EXCEEDS_LINE',
    'DUPLICATE_LINE',
    'PRICE_INCREASE_NOT_ALLOWED',
    'AMOUNT_TOO_SMALL',
  ],
  bodySchema: ReturnBody,
  answerSchema: LeaseReturn,
  report: ({ returnedOn }) => ({ event: 'returnSubmitted', returnedOn }),
});

const submitPayment = leaseCommand({
  method: 'post',
  path: '/v1/leases/:leaseId/payments',
  operationId: 'submitPayment',
  tag: 'Payments',
  summary: 'A payment by card beside the scheduled ones, now or on a day to come; rent oldest first, then fees',
  scope: 'leases:write',
  errorCodes: [...WRONG_STATUS, ...CARD, 'AMOUNT_OUT_OF_RANGE', 'NOT_A_BANKING_DAY'],
  bodySchema: OneTimePaymentBody,
  answerSchema: PaymentLine,
  report: () => ({ event: 'paymentSubmitted' }),
});

const cancelPayment = commandOperation({
  method: 'delete',
  path: '/v1/leases/:leaseId/payments/:paymentId',
  operationId: 'cancelPayment',
  tag: 'Payments',
  summary: 'Cancel a payment that is still to come, until the cut-off of its day',
  scope: 'leases:write',
  successStatus: 200,
  otherStatuses: [202],
  errorCodes: ['NOT_FOUND', ...WRONG_STATUS],
  pathSchema: PaymentPath,
  querySchema: Nothing,
  bodySchema: NoBody,
  answerSchema: PaymentLine,
  async handle({ caller, requestId, idempotencyKey, path: { leaseId, paymentId } }, { commands }) {
    // What is asked for stands in the path; kept, and compared with a repeat, like a body.
    const body = { paymentId };
    const report = { event: 'paymentCancelled', paymentId } as const;
    const operationId = 'cancelPayment';
    return commandReply(
      await commands.submit({ caller, requestId, idempotencyKey, operationId, leaseId, body, report }),
      200,
    );
  },
});

const acceptPurchase = leaseCommand({
  method: 'post',
  path: '/v1/leases/:leaseId/purchase-option/acceptance',
  operationId: 'acceptPurchase',
  tag: 'Purchase',
  summary: 'The customer pays the quoted price and owns the goods; the lease ends',
  scope: 'leases:write',
  errorCodes: [...WRONG_STATUS, ...CARD, 'NOT_FOUND', 'QUOTE_EXPIRED'],
  bodySchema: PurchaseAcceptanceBody,
  report: ({ quoteId }) => ({ event: 'purchaseAccepted', quoteId }),
  links: OF_THE_FUNDED,
});

export const leaseReportOperations: readonly Operation[] = [
  requestReturnAuthorization,
  submitLeaseReturn,
  submitPayment,
  cancelPayment,
  acceptPurchase,
];
