import { z } from 'zod';
import { parseBody } from '../http/parse';
import { json, keyedOperation, type Operation, type Ports, type Reply } from '../operation';
import type { Caller, CommandAnswer } from '../ports';
import { NoBody, Nothing } from '../schemas/nothing';
import { ReturnBody } from '../schemas/return-report';
import { reply, submit } from './command';
import { anyCase, ApplicationId, ApplicationQuery, decimal, dollars, Store, UsDate, usDate } from './values';

const COMMERCE = { tag: 'Commerce API', pathSchema: Nothing, successStatus: 200, scope: 'leases:write' } as const;

const Authorization = z.looseObject({ authorizationCode: z.string(), validUntilAt: z.string() });

const AuthorizationAnswer = z
  .strictObject({
    applicationId: z.string(),
    merchandiseReturnAuthorization: z.strictObject({
      isReturnEligible: z.boolean(),
      authorizationCode: z.string().nullable(),
      expirationDate: z.string().nullable(),
    }),
  })
  .meta({ id: 'CommerceReturnAvailability' });

/** A lease that takes no return is not refused but answered: no. */
function availability(applicationId: string, told: CommandAnswer): Promise<Reply> | Reply {
  const no = { isReturnEligible: false, authorizationCode: null, expirationDate: null };
  const answered = (merchandiseReturnAuthorization: object) => json({ applicationId, merchandiseReturnAuthorization });
  if (told.outcome === 'refused' && told.code === 'RETURN_NOT_ELIGIBLE') return answered(no);
  return reply(told, (answer) => {
    const given = Authorization.safeParse(answer);
    if (!given.success) return answered(no);
    const { authorizationCode, validUntilAt } = given.data;
    return answered({ isReturnEligible: true, authorizationCode, expirationDate: usDate(validUntilAt) });
  });
}

const requestAvailability = keyedOperation({
  ...COMMERCE,
  method: 'post',
  path: '/api/v1/application/return/availability',
  operationId: 'commerceRequestReturnAvailability',
  summary: 'Ask before goods come back: the first step of every return',
  otherStatuses: [202],
  errorCodes: ['LEASE_NOT_FOUND'],
  querySchema: ApplicationQuery,
  bodySchema: NoBody,
  answerSchema: AuthorizationAnswer,
  async handle({ caller, requestId, query: { applicationId: leaseId } }, ports) {
    const command = { caller, requestId, leaseId, operationId: 'requestReturnAuthorization', body: undefined };
    const report = { event: 'returnAuthorizationRequested' } as const;
    return await availability(leaseId, await submit(ports, { ...command, report }));
  },
});

const Item = z.looseObject({
  lineNumber: z.int(),
  quantity: z.int().optional(),
  priceEach: decimal(-99_999_999).optional(),
  lineTotal: decimal(-99_999_999).optional(),
});

const CommerceReturnBody = z.looseObject({
  applicationId: ApplicationId,
  dateOfReturn: UsDate,
  store: Store,
  authorizationCode: z.string().nullish(),
  merchandiseItems: z.array(Item).max(100).nullish(),
  actionType: anyCase(['Return', 'PriceAdj']).default('Return'),
});

type Asked = z.output<typeof CommerceReturnBody>;

/** Of a return, what came back; of a lower price, the new price of the line, from which the reduction follows. */
async function linesOf({ commerce }: Pick<Ports, 'commerce'>, caller: Caller, asked: Asked) {
  const { applicationId, merchandiseItems, actionType } = asked;
  if (!merchandiseItems || merchandiseItems.length === 0) return undefined;
  const isReturn = actionType === 'Return';
  const left = isReturn ? [] : (await commerce.cart(caller, applicationId)).left;
  return merchandiseItems.map((item) => {
    const { lineNumber, quantity } = item;
    const sentCents = amountOf(item);
    if (isReturn) return { lineNumber, ...(quantity ? { quantity } : {}), ...amountCents(sentCents) };
    const line = left.find((one) => one.lineNumber === lineNumber);
    return { lineNumber, ...amountCents(line && sentCents !== undefined ? line.leftCents - sentCents : sentCents) };
  });
}

const amountCents = (value: number | undefined) => (value === undefined ? {} : { amountCents: value });

function amountOf({ lineTotal, priceEach, quantity }: z.output<typeof Item>): number | undefined {
  if (lineTotal !== undefined) return lineTotal;
  return priceEach === undefined ? undefined : priceEach * (quantity ?? 1);
}

const ReturnAnswer = z
  .strictObject({
    applicationId: z.string(),
    returnLeaseInfo: z.strictObject({
      isSuccess: z.boolean(),
      returnId: z.string().nullable(),
      merchantDebitAmount: z.number().nullable(),
      customerRefundAmount: z.number().nullable(),
      errorCode: z.string().nullable(),
      message: z.string().nullable(),
    }),
  })
  .meta({ id: 'CommerceReturn' });

const Posted = z.looseObject({ returnId: z.string(), merchantDebitCents: z.number(), customerRefundCents: z.number() });
const NOTHING = { returnId: null, merchantDebitAmount: null, customerRefundAmount: null };

/** HTTP 200 also where the return is refused: `isSuccess` says which (domain.md 2.3). */
async function returned(applicationId: string, told: CommandAnswer): Promise<Reply> {
  const answered = (returnLeaseInfo: object) => json({ applicationId, returnLeaseInfo });
  if (told.outcome === 'refused') {
    return answered({ isSuccess: false, ...NOTHING, errorCode: told.code, message: told.detail });
  }
  return await reply(told, (answer) => {
    const { returnId, merchantDebitCents, customerRefundCents } = Posted.parse(answer);
    const amounts = {
      merchantDebitAmount: dollars(merchantDebitCents),
      customerRefundAmount: dollars(customerRefundCents),
    };
    return answered({ isSuccess: true, returnId, ...amounts, errorCode: null, message: null });
  });
}

/** No leave was ever given for this lease: said as the lease would say it. */
const unauthorized = (applicationId: string): Promise<Reply> =>
  returned(applicationId, {
    ...{
      outcome: 'refused',
      replayed: false,
      code: 'RETURN_AUTHORIZATION_MISMATCH',
      from: '',
      event: 'returnSubmitted',
    },
    detail: 'ask for the availability of the return first',
  });

const submitReturn = keyedOperation({
  ...COMMERCE,
  method: 'post',
  path: '/api/v1/application/return',
  operationId: 'commerceSubmitReturn',
  summary: 'Goods came back, or their price went down; a refusal is answered inside HTTP 200',
  otherStatuses: [202],
  errorCodes: ['LEASE_NOT_FOUND', 'NOT_FOUND'],
  querySchema: Nothing,
  bodySchema: CommerceReturnBody,
  answerSchema: ReturnAnswer,
  async handle({ caller, requestId, body }, ports) {
    const { applicationId: leaseId, dateOfReturn: returnedOn, actionType } = body;
    const newest = await ports.commerce.newestAuthorizationCode(caller, leaseId);
    // The newest leave, spent or not: a repeat must be the same request as the first.
    const authorizationCode = body.authorizationCode ?? newest;
    if (!authorizationCode) return await unauthorized(leaseId);
    const lines = await linesOf(ports, caller, body);
    const native = parseBody(ReturnBody, {
      ...{ authorizationCode, returnedOn },
      actionType: actionType === 'Return' ? 'return' : 'price_adjustment',
      ...(lines ? { lines } : {}),
    });
    const command = { caller, requestId, leaseId, operationId: 'submitLeaseReturn', body: native };
    return await returned(
      leaseId,
      await submit(ports, { ...command, report: { event: 'returnSubmitted', returnedOn } }),
    );
  },
});

export const commerceReturnOperations: readonly Operation[] = [requestAvailability, submitReturn];
