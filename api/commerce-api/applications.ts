import { z } from 'zod';
import { LANGUAGES } from '../../domain/agreement/agreement-document';
import { leaseId } from '../../domain/ids';
import { PAY_FREQUENCIES } from '../../domain/program';
import { parseBody } from '../http/parse';
import { type EdgeClock, json, keyedOperation, type Operation } from '../operation';
import { applicationBody } from '../schemas/application';
import { Email, PostalCode, Ssn, UsPhone, UsState } from '../schemas/identity';
import { Nothing } from '../schemas/nothing';
import { text } from '../schemas/text';
import { AppStatus, appStatus } from './app-status';
import { reply } from './command';
import { anyCase, decimal, UsDate } from './values';

const Address = z.looseObject({
  line1: text(100),
  line2: text(100).optional(),
  city: text(60),
  state: UsState,
  postalCode: PostalCode,
});

const ApplicationBody = z.looseObject({
  store: z.looseObject({ merchantStoreId: text(64) }),
  language: z.enum(LANGUAGES).default('en'),
  customer: z.looseObject({
    firstName: text(60),
    lastName: text(60),
    ssn: Ssn,
    dateOfBirth: UsDate,
    email: Email,
    mobilePhone: UsPhone,
    address: Address,
  }),
  income: z.looseObject({
    monthlyIncome: decimal(0),
    payFrequency: anyCase(PAY_FREQUENCIES),
    lastPaidDate: UsDate,
    nextPaidDate: UsDate,
  }),
  bank: z.looseObject({
    routingNumber: z.string(),
    accountNumber: z.string(),
    accountType: anyCase(['checking', 'savings']).default('checking'),
  }),
  marketingConsent: z.boolean().optional(),
  smsSigning: z.boolean().optional(),
});

const Decision = z
  .strictObject({
    applicationId: z.string(),
    status: z.string(),
    approvalAmount: z.number().nullable(),
    appStatus: AppStatus,
  })
  .meta({ id: 'CommerceDecision' });

const Answered = z.looseObject({ leaseId: z.string().transform(leaseId) });

/** The native application; who calls this route has shown the customer its disclosures (docs/COMMERCE_API.md). */
function native({ store, language, customer, income, bank, ...rest }: z.output<typeof ApplicationBody>): object {
  const { firstName, lastName, ssn, dateOfBirth, email, mobilePhone } = customer;
  const { line1, line2, city, state, postalCode } = customer.address;
  const { marketingConsent: marketing, smsSigning } = rest;
  return {
    storeId: store.merchantStoreId,
    language,
    customer: {
      ...{ firstName, lastName, ssn, dateOfBirth, email, mobilePhone },
      address: { line1, ...(line2 ? { line2 } : {}), city, state, postalCode },
    },
    income: {
      ...{ monthlyIncomeCents: income.monthlyIncome, payFrequency: income.payFrequency },
      ...{ lastPaidOn: income.lastPaidDate, nextPaidOn: income.nextPaidDate },
    },
    bankAccount: {
      ...{ routingNumber: bank.routingNumber, accountNumber: bank.accountNumber, accountType: bank.accountType },
    },
    consents: {
      ...{ electronicDisclosures: true, creditDecision: true },
      ...(marketing === undefined ? {} : { marketing }),
      ...(smsSigning === undefined ? {} : { smsSigning }),
    },
  };
}

export const commerceApplicationOperations = (clock: EdgeClock): readonly Operation[] => [
  keyedOperation({
    method: 'post',
    path: '/api/v1/application',
    operationId: 'commerceSubmitApplication',
    tag: 'Commerce API',
    summary: 'Apply for a lease; the decision is in the body',
    scope: 'leases:write',
    successStatus: 200,
    otherStatuses: [202],
    errorCodes: ['STATE_NOT_SERVED'],
    pathSchema: Nothing,
    querySchema: Nothing,
    bodySchema: ApplicationBody,
    answerSchema: Decision,
    async handle({ caller, requestId, body }, { commands, reads }) {
      const content = parseBody(applicationBody(clock), native(body));
      const operationId = 'submitApplication';
      const idempotencyKey = await commands.derivedKey(caller, { operationId, body: content });
      const told = await commands.apply({ caller, requestId, idempotencyKey, operationId, body: content });
      return await reply(told, async (answer) => {
        const status = appStatus(await reads.byId(caller, Answered.parse(answer).leaseId));
        const { applicationId, approvalAmount } = status;
        return json({ applicationId, status: status.status, approvalAmount, appStatus: status });
      });
    },
  }),
];
