import { z } from 'zod';
import type { CommerceNoteKind } from '../../db/schema-channels';
import type { LeaseId } from '../../domain/ids';
import { json, keyedOperation, type Operation } from '../operation';
import { Nothing } from '../schemas/nothing';
import { code, text } from '../schemas/text';
import { ApplicationId, Store } from './values';

const COMMERCE = {
  method: 'post',
  tag: 'Commerce API',
  pathSchema: Nothing,
  querySchema: Nothing,
  scope: 'leases:write',
  successStatus: 200,
  errorCodes: ['LEASE_NOT_FOUND'],
} as const;

const Noted = z.strictObject({ statusCode: z.int() }).meta({ id: 'CommerceNoted' });

/** Something the lease does not judge, kept as evidence. */
function noteOperation(declared: {
  path: string;
  operationId: string;
  summary: string;
  kind: CommerceNoteKind;
  bodySchema: z.ZodType<{ applicationId: LeaseId }>;
}): Operation {
  const { kind, ...rest } = declared;
  return keyedOperation({
    ...COMMERCE,
    ...rest,
    answerSchema: Noted,
    async handle({ caller, body }, { commerce }) {
      await commerce.note(caller, body.applicationId, kind, body);
      return json({ statusCode: 200 });
    },
  });
}

export const commerceNoteOperations: readonly Operation[] = [
  noteOperation({
    path: '/api/v1/application/disclosure',
    operationId: 'commerceAcknowledgeDisclosures',
    summary: 'The customer acknowledged legal disclosures',
    kind: 'disclosure',
    bodySchema: z.strictObject({
      store: Store,
      applicationId: ApplicationId,
      disclosureCodes: z.array(code(64)).min(1).max(50),
      timestamp: text(40).optional(),
      channel: text(40).optional(),
    }),
  }),
  noteOperation({
    path: '/api/v1/application/marketing-consent',
    operationId: 'commerceMarketingConsent',
    summary: 'Whether the customer wants marketing',
    kind: 'marketing_consent',
    bodySchema: z.strictObject({ store: Store, applicationId: ApplicationId, marketingConsent: z.boolean() }),
  }),
  noteOperation({
    path: '/api/v1/application/cart/orderconfirmation',
    operationId: 'commerceConfirmOrder',
    summary: 'The order was placed in the retailer’s own system',
    kind: 'order_confirmation',
    bodySchema: z.strictObject({ store: Store, applicationId: ApplicationId, cartId: z.int().min(1) }),
  }),
];
