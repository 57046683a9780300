import { z } from 'zod';
import { json, keyedOperation, type Operation } from '../operation';
import { parseBody } from '../http/parse';
import { LookupBody } from '../schemas/lookup';
import { NoBody, Nothing } from '../schemas/nothing';
import { AppStatus, appStatus } from './app-status';
import { ApplicationQuery, Store } from './values';

const COMMERCE = { tag: 'Commerce API', pathSchema: Nothing, successStatus: 200, scope: 'leases:read' } as const;

const CommerceLookupBody = z.looseObject({
  store: Store,
  last4SSN: z.string(),
  applicationId: z.union([z.string(), z.int()]).nullish(),
  mobilePhone: z.string().nullish(),
  lastName: z.string().nullish(),
  birthYear: z.int().nullish(),
  birthMonth: z.int().nullish(),
});

/** Whichever of the three customer keys was given; what is missing in it is named by the native schema. */
function native(body: z.output<typeof CommerceLookupBody>): object {
  const { last4SSN: last4Ssn, applicationId, mobilePhone, lastName, birthYear, birthMonth } = body;
  if (applicationId) return { last4Ssn, leaseId: String(applicationId) };
  if (mobilePhone) return { last4Ssn, mobilePhone };
  return { last4Ssn, lastName, birthYear, birthMonth };
}

const lookUp = keyedOperation({
  ...COMMERCE,
  method: 'post',
  path: '/api/v1/application/lookup',
  operationId: 'commerceLookup',
  summary: "A customer's actionable leases of this retailer; 204 when there are none",
  otherStatuses: [204],
  errorCodes: [],
  querySchema: Nothing,
  bodySchema: CommerceLookupBody,
  answerSchema: z.strictObject({ applications: z.array(AppStatus) }).meta({ id: 'CommerceLookup' }),
  async handle({ caller, body }, { reads }) {
    const found = await reads.lookup(caller, parseBody(LookupBody, native(body)));
    return found.length > 0 ? json({ applications: found.map(appStatus) }) : { kind: 'empty', status: 204 };
  },
});

const requestStatus = keyedOperation({
  ...COMMERCE,
  method: 'get',
  path: '/api/v1/application/status',
  operationId: 'commerceRequestStatus',
  summary: 'Status, and whether the goods may be handed over',
  errorCodes: ['LEASE_NOT_FOUND'],
  querySchema: ApplicationQuery,
  bodySchema: NoBody,
  answerSchema: z.strictObject({ applicationId: z.string(), appStatus: AppStatus }).meta({ id: 'CommerceStatus' }),
  async handle({ caller, query: { applicationId } }, { reads }) {
    return json({ applicationId, appStatus: appStatus(await reads.byId(caller, applicationId)) });
  },
});

export const commerceLookupOperations: readonly Operation[] = [lookUp, requestStatus];
