import { commandReply } from '../command-reply';
import { json, openOperation } from '../operation';
import { NoBody, Nothing } from '../schemas/nothing';
import { AgreementAnswer, SignatureAnswer, SignatureBody, SigningPath } from '../schemas/signing';

const OPEN = { tag: 'Signing', successStatus: 200, pathSchema: SigningPath, querySchema: Nothing } as const;

const requestAgreement = openOperation({
  ...OPEN,
  method: 'get',
  path: '/v1/signing/:token',
  operationId: 'requestAgreement',
  summary: 'The agreement to be signed, in the customer’s language; the link is the right to read it',
  idempotency: 'none',
  errorCodes: ['NOT_FOUND', 'SIGNING_LINK_DEAD'],
  bodySchema: NoBody,
  answerSchema: AgreementAnswer,
  handle: async ({ path }, { reads }) => json(await reads.agreement(path.token)),
});

const submitSignature = openOperation({
  ...OPEN,
  method: 'post',
  path: '/v1/signing/:token/signature',
  operationId: 'submitSignature',
  summary: 'Sign, and pay the initial payment by card; after a refused card another may be tried',
  idempotency: 'optional',
  otherStatuses: [202],
  errorCodes: [
    'NOT_FOUND',
    'SIGNING_LINK_DEAD',
    'AGREEMENT_CHANGED',
    'CARD_DECLINED',
    'CARD_TYPE_NOT_ACCEPTED',
    'CARD_ATTEMPTS_EXCEEDED',
    'LEASE_BLOCKED',
    'ILLEGAL_TRANSITION',
    'APPROVAL_EXPIRED',
    'CONTRACTS_EXPIRED',
  ],
  bodySchema: SignatureBody,
  answerSchema: SignatureAnswer,
  async handle({ requestId, client: signer, idempotencyKey, path, body }, { commands }) {
    return commandReply(await commands.sign({ token: path.token, requestId, idempotencyKey, body, signer }), 200);
  },
});

export const signingOperations = [requestAgreement, submitSignature];
