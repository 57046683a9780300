import { commandReply } from '../command-reply';
import { commandOperation, type EdgeClock } from '../operation';
import { applicationBody } from '../schemas/application';
import { Lease } from '../schemas/lease';
import { Nothing } from '../schemas/nothing';
import { OF_THE_LEASE } from './links';

export const applicationOperations = (clock: EdgeClock) => [
  commandOperation({
    method: 'post',
    path: '/v1/applications',
    operationId: 'submitApplication',
    tag: 'Origination',
    summary: 'Apply for a lease; a lease ID is given even when denied',
    scope: 'leases:write',
    successStatus: 201,
    otherStatuses: [202],
    errorCodes: ['STATE_NOT_SERVED'],
    pathSchema: Nothing,
    querySchema: Nothing,
    bodySchema: applicationBody(clock),
    answerSchema: Lease,
    links: OF_THE_LEASE,
    async handle({ caller, requestId, idempotencyKey, body }, { commands }) {
      const answer = await commands.apply({
        caller,
        requestId,
        idempotencyKey,
        operationId: 'submitApplication',
        body,
      });
      return commandReply(answer, 201);
    },
  }),
];
