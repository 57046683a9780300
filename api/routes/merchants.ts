import { json, keyedOperation, type Operation } from '../operation';
import { BankAccount } from '../schemas/bank-account';
import { EmbedOrigins, EmbedOriginsBody } from '../schemas/embed-origins';
import {
  ConfirmationQuery,
  MerchantAccount,
  MerchantAccounts,
  MerchantPath,
  PendingAccount,
} from '../schemas/merchant';
import { NoBody, Nothing } from '../schemas/nothing';
import { Program, ProgramBody } from '../schemas/program';

const DESK = {
  tag: 'Operations',
  scope: 'operations',
  successStatus: 200,
  errorCodes: ['NOT_FOUND'],
  pathSchema: MerchantPath,
  querySchema: Nothing,
} as const;

const requestMerchantAccount = keyedOperation({
  ...DESK,
  method: 'get',
  path: '/v1/merchants/:merchantId/bank-account',
  operationId: 'requestMerchantAccount',
  summary: 'The account a merchant is paid to, and the one that waits for a second person; masked',
  bodySchema: NoBody,
  answerSchema: MerchantAccounts,
  handle: async ({ path }, { money }) => json(await money.operationsDesk.accounts(path.merchantId)),
});

const proposeMerchantAccount = keyedOperation({
  ...DESK,
  method: 'put',
  path: '/v1/merchants/:merchantId/bank-account',
  operationId: 'proposeMerchantAccount',
  summary: 'Propose another account for a merchant; nothing changes until a second person confirms it',
  bodySchema: BankAccount,
  answerSchema: PendingAccount,
  handle: async ({ caller, path, body }, { money }) =>
    json(await money.operationsDesk.proposeAccount(caller, path.merchantId, body)),
});

const confirmMerchantAccount = keyedOperation({
  ...DESK,
  method: 'post',
  path: '/v1/merchants/:merchantId/bank-account/confirmation',
  operationId: 'confirmMerchantAccount',
  summary: 'Confirm the proposed account as the second person; a prenote and three banking days follow',
  querySchema: ConfirmationQuery,
  bodySchema: NoBody,
  answerSchema: MerchantAccount,
  handle: async ({ caller, path, query }, { money }) =>
    json(await money.operationsDesk.confirmAccount(caller, path.merchantId, query.accountId)),
});

const setProgram = keyedOperation({
  ...DESK,
  method: 'put',
  path: '/v1/merchants/:merchantId/program',
  operationId: 'setProgram',
  summary: "A merchant's program for new applications; leases keep the terms they were applied for",
  errorCodes: [
    'NOT_FOUND',
    'PRICE_CAP_EXCEEDED',
    'AMOUNT_TOO_SMALL',
    'AMOUNT_OUT_OF_RANGE',
    'PAYMENT_COUNT_OUT_OF_RANGE',
  ],
  bodySchema: ProgramBody,
  answerSchema: Program,
  async handle({ caller, path: { merchantId }, body }, { money }) {
    await money.operationsDesk.setProgram(caller, merchantId, body);
    return json({ merchantId, ...body });
  },
});

const setEmbedOrigins = keyedOperation({
  ...DESK,
  method: 'put',
  path: '/v1/merchants/:merchantId/embed-origins',
  operationId: 'setEmbedOrigins',
  summary: 'Where a merchant shows the signing page inside its own pages; takes the place of the list before',
  bodySchema: EmbedOriginsBody,
  answerSchema: EmbedOrigins,
  async handle({ path: { merchantId }, body }, { money }) {
    await money.operationsDesk.setEmbedOrigins(merchantId, body.embedOrigins);
    return json({ merchantId, ...body });
  },
});

export const merchantOperations: readonly Operation[] = [
  requestMerchantAccount,
  proposeMerchantAccount,
  confirmMerchantAccount,
  setProgram,
  setEmbedOrigins,
];
