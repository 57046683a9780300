import type { z } from 'zod';
import type { ErrorCode } from '../../domain/errors';
import { commandReply } from '../command-reply';
import { commandOperation, type Declaration, type Operation } from '../operation';
import type { Report } from '../../domain/lease/reports';
import type { Scope } from '../ports';
import { Lease, LeasePath } from '../schemas/lease';
import { Nothing } from '../schemas/nothing';

interface LeaseCommandDeclaration<BodySchema extends z.ZodType> {
  method: 'post' | 'delete';
  path: `/v1/leases/:leaseId/${string}`;
  operationId: string;
  tag: string;
  summary: string;
  scope: Scope;
  errorCodes: readonly ErrorCode[];
  bodySchema: BodySchema;
  /** what of the body travels to the lease */
  report: (body: z.infer<BodySchema>) => Report;
  /** the lease itself where nothing else is said */
  answerSchema?: z.ZodType;
  links?: NonNullable<Declaration<unknown, unknown, unknown>['links']>;
}

/** A command on one lease: hand over what was parsed, answer the verdict. Whether it is any good is the lease's job. */
export function leaseCommand<BodySchema extends z.ZodType>(declared: LeaseCommandDeclaration<BodySchema>): Operation {
  const { report, ...operation } = declared;
  const { operationId } = operation;
  return commandOperation({
    answerSchema: Lease,
    ...operation,
    successStatus: 200,
    otherStatuses: [202],
    pathSchema: LeasePath,
    querySchema: Nothing,
    async handle({ caller, requestId, idempotencyKey, path: { leaseId }, body }, { commands }) {
      return commandReply(
        await commands.submit({ caller, requestId, idempotencyKey, operationId, leaseId, body, report: report(body) }),
        200,
      );
    },
  });
}
