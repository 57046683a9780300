import { z } from 'zod';
import { CONSENT_IDS, type ConsentId } from '../../domain/agreement/agreement-words';
import { fieldErrors } from '../http/field-errors';
import type { FieldProblem } from '../pages/form';
import { SignatureBody } from '../schemas/signing';
import type { FaultWords, SignWords } from './words';

export type FormField = 'signedName' | ConsentId | 'cardToken';

/** A box that is ticked sends its value, one that is not sends nothing. */
const Box = z.literal('yes').exactOptional();

/** The fields as a browser sends them. Whatever does not fit was not sent by our page. */
export const PostedForm = z.object({
  csrf: z.string(),
  agreementSha256: z.string().regex(/^[0-9a-f]{64}$/),
  signedName: z.string(),
  initialPayment: Box,
  recurringPayment: Box,
  electronicSignature: Box,
  cardToken: z.string().default(''),
});
export type PostedForm = z.output<typeof PostedForm>;

export type Signature = z.output<typeof SignatureBody>;

/** The same signature as the JSON API takes it, judged by the same schema. */
export function signatureIn(
  posted: PostedForm,
  words: SignWords,
): { signature: Signature } | { problems: readonly FieldProblem[] } {
  const given = (consent: ConsentId): boolean => posted[consent] === 'yes';
  const body = {
    signedName: posted.signedName,
    agreementSha256: posted.agreementSha256,
    consents: Object.fromEntries(CONSENT_IDS.map((id) => [id, given(id)])),
    cardToken: posted.cardToken,
  };
  const parsed = SignatureBody.safeParse(body);
  if (parsed.success) return { signature: parsed.data };
  const problems = fieldErrors(parsed.error, body).flatMap(({ pointer, code }) => {
    const field = FIELDS.find((name) => pointer.endsWith(`/${name}`));
    return field ? [{ field, text: faultText(words.form.faults[field], code) }] : [];
  });
  return { problems: oncePerField(problems) };
}

const FIELDS: readonly FormField[] = ['signedName', ...CONSENT_IDS, 'cardToken'];

function faultText({ other, empty, tooLong, cardNumber }: FaultWords, code: string): string {
  if (code === 'too_small') return empty ?? other;
  if (code === 'too_big') return tooLong ?? other;
  if (code === 'card_number') return cardNumber ?? other;
  return other;
}

function oncePerField<Problem extends { field: FormField }>(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index);
}
