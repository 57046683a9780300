import type { Language } from '../../domain/agreement/agreement-document';
import type { Instant } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import type { DocumentKind } from '../../domain/letters/document-kind';
import type { Caller } from '../ports';

export interface DocumentView {
  documentId: string;
  kind: DocumentKind;
  language: Language;
  /** of the event it tells of */
  createdAt: Instant;
  /** of the bytes, hexadecimal */
  sha256: string;
}

export interface DocumentFile extends DocumentView {
  mediaType: 'application/pdf';
  bytes: Buffer;
}

/** What a customer has received in writing, always inside the caller's tenant. */
export interface DocumentReads {
  /** newest first @throws LeaseError LEASE_NOT_FOUND */
  list(caller: Caller, leaseId: LeaseId): Promise<DocumentView[]>;
  /** @throws LeaseError NOT_FOUND, in the same words for an unknown document and for another retailer's */
  read(caller: Caller, documentId: string): Promise<DocumentFile>;
  /**
   * Made at once when the relay has not come to it yet. No caller: whoever asks has been let in by the signing page.
   * @throws LeaseError NOT_FOUND when this contract of the lease was not signed
   */
  signedAgreement(leaseId: LeaseId, round: number): Promise<DocumentFile>;
}
