import { documentIdOf, insertDocument } from '../../db/documents';
import type { LeaseId } from '../../domain/ids';
import type { DocumentKind } from '../../domain/letters/document-kind';
import type { Letter } from '../../domain/letters/letter';
import { TEMPLATE_VERSION } from '../../domain/letters/template-version';
import { renderPdf } from '../pdf/render-pdf';
import type { LetterDeps } from './deps';

/** Which document: the fact it tells of, by the number of the contract, the return or the timeline's line. */
export interface DocumentName {
  leaseId: LeaseId;
  kind: DocumentKind;
  number: number;
}

/**
 * Draws a letter and keeps it. Safe to run any number of times and by two at once: the first one kept stays. Drawn
 * before and outside of any transaction, because it takes its time.
 */
export async function keepLetter(
  { db, cipher }: Pick<LetterDeps, 'db' | 'cipher'>,
  { leaseId, kind, number }: DocumentName,
  letter: Letter,
): Promise<void> {
  const bytes = await renderPdf(letter);
  await insertDocument(db, cipher, {
    documentId: documentIdOf(leaseId, kind, number),
    leaseId,
    kind,
    language: letter.language,
    createdAt: letter.madeAt,
    templateVersion: TEMPLATE_VERSION,
    bytes,
  });
}
