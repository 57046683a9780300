import { STATUS_LABELS } from '../../domain/lease-status';
import { json, keyedOperation } from '../operation';
import { Customer } from '../schemas/customer';
import { Lease, LeasePath, LeaseQuery, pageOf } from '../schemas/lease';
import { LookupAnswer, LookupBody } from '../schemas/lookup';
import { MessageAnswer, MessagePath } from '../schemas/message';
import { NoBody, Nothing } from '../schemas/nothing';
import { PaymentSchedule } from '../schemas/schedule';
import { Timeline, TimelineQuery } from '../schemas/timeline';
import { OF_THE_LEASE } from './links';

const READ = { method: 'get', tag: 'Leases', successStatus: 200, errorCodes: [], bodySchema: NoBody } as const;

const requestLeaseInformation = keyedOperation({
  ...READ,
  path: '/v1/leases/:leaseId',
  operationId: 'requestLeaseInformation',
  summary: 'One lease',
  scope: 'leases:read',
  pathSchema: LeasePath,
  querySchema: Nothing,
  answerSchema: Lease,
  links: OF_THE_LEASE,
  handle: async ({ caller, path }, { reads }) => json(await reads.byId(caller, path.leaseId)),
});

const listLeases = keyedOperation({
  ...READ,
  path: '/v1/leases',
  operationId: 'listLeases',
  summary: 'Leases, newest first',
  scope: 'leases:read',
  pathSchema: Nothing,
  querySchema: LeaseQuery,
  answerSchema: pageOf(Lease),
  handle: async ({ caller, query }, { reads }) => json(await reads.list(caller, query)),
});

const lookupLease = keyedOperation({
  ...READ,
  method: 'post',
  path: '/v1/leases/lookup',
  operationId: 'lookupLease',
  summary: 'Actionable leases of a customer who stands in the store; three misses in 15 minutes lock the customer key',
  scope: 'leases:read',
  otherStatuses: [204],
  pathSchema: Nothing,
  querySchema: Nothing,
  bodySchema: LookupBody,
  answerSchema: LookupAnswer,
  async handle({ caller, body }, { reads }) {
    const data = await reads.lookup(caller, body);
    return data.length > 0 ? json({ data }) : { kind: 'empty', status: 204 };
  },
});

const requestPaymentSchedule = keyedOperation({
  ...READ,
  path: '/v1/leases/:leaseId/payment-schedule',
  operationId: 'requestPaymentSchedule',
  summary: 'The payments of a Funded lease',
  scope: 'leases:read',
  errorCodes: ['NOT_FOUND'],
  pathSchema: LeasePath,
  querySchema: Nothing,
  answerSchema: PaymentSchedule,
  handle: async ({ caller, path }, { reads }) => json(await reads.schedule(caller, path.leaseId)),
});

const requestTimeline = keyedOperation({
  ...READ,
  path: '/v1/leases/:leaseId/timeline',
  operationId: 'requestTimeline',
  summary: 'What happened, when, by whom; oldest first',
  scope: 'leases:read',
  pathSchema: LeasePath,
  querySchema: TimelineQuery,
  answerSchema: Timeline,
  handle: async ({ caller, path, query }, { reads }) => json(await reads.timeline(caller, path.leaseId, query)),
});

const requestMessage = keyedOperation({
  ...READ,
  path: '/v1/leases/:leaseId/messages/:messageId',
  operationId: 'requestMessage',
  summary: 'The verdict on a command, also on one answered 202',
  scope: 'leases:read',
  errorCodes: ['NOT_FOUND'],
  pathSchema: MessagePath,
  querySchema: Nothing,
  answerSchema: MessageAnswer,
  async handle({ caller, path }, { reads }) {
    const message = await reads.message(caller, path.leaseId, path.messageId);
    return json({ ...message, statusLabel: message.status === null ? null : STATUS_LABELS[message.status] });
  },
});

const requestCustomer = keyedOperation({
  ...READ,
  path: '/v1/leases/:leaseId/customer',
  operationId: 'requestCustomer',
  summary: 'The customer of a lease, masked',
  scope: 'customers:read',
  pathSchema: LeasePath,
  querySchema: Nothing,
  answerSchema: Customer,
  handle: async ({ caller, path }, { reads }) => json(await reads.customer(caller, path.leaseId)),
});

export const leaseOperations = [
  requestLeaseInformation,
  listLeases,
  lookupLease,
  requestPaymentSchedule,
  requestTimeline,
  requestMessage,
  requestCustomer,
];
