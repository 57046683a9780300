import { z } from 'zod';
import { LANGUAGES } from '../../domain/agreement/agreement-document';
import { DOCUMENT_KINDS } from '../../domain/letters/document-kind';
import { InstantOut } from './dates';

/** The ID names the lease, the kind, and which of its kind it is. */
export const DocumentPath = z.strictObject({
  documentId: z
    .string()
    .regex(/^[a-z0-9_]{1,64}$/)
    .meta({ examples: ['doc_4821907735_signed_agreement_1'] }),
});

/** Newest first. */
export const DocumentList = z.strictObject({
  data: z.array(
    z.strictObject({
      documentId: z.string(),
      kind: z.enum(DOCUMENT_KINDS),
      language: z.enum(LANGUAGES),
      createdAt: InstantOut.meta({ description: 'Of what it tells of' }),
      sha256: z.string().meta({ description: 'Of the bytes of the PDF, hexadecimal' }),
    }),
  ),
});
