import { z } from 'zod';
import { LANGUAGES } from '../../domain/agreement/agreement-document';
import { StatusLabelOut, StatusOut } from './lease';
import { text } from './text';

/** Tokens carry at least 128 bits; what cannot be one is answered like one that never was. */
export const SigningPath = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{16,128}$/) });

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case');

export const SignatureBody = z.strictObject({
  signedName: text(120),
  agreementSha256: Sha256,
  consents: z.strictObject({
    initialPayment: z.literal(true),
    recurringPayment: z.boolean(),
    electronicSignature: z.literal(true),
  }),
  cardToken: text(255).meta({ description: "The processor's token; never a card number" }),
});

export const SignatureAnswer = z.strictObject({ status: StatusOut, statusLabel: StatusLabelOut.optional() });

/** The document itself is made, and its shape fixed, by `domain/agreement`; what it says is hashed. */
export const AgreementAnswer = z
  .looseObject({ agreementSha256: Sha256, language: z.enum(LANGUAGES) })
  .meta({ id: 'Agreement' });
