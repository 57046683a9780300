import type { DocumentFile, DocumentReads } from '../../../api/documents/documents-port';
import { instant } from '../../../domain/calendar-date';
import { LeaseError } from '../../../domain/errors';
import { leaseId } from '../../../domain/ids';
import { OWN_LEASE, ownLease } from './fake-leases';

export const OWN_DOCUMENT = `doc_${OWN_LEASE}_signed_agreement_1`;

const file = (documentId: string): DocumentFile => ({
  documentId,
  kind: 'signed_agreement',
  language: 'en',
  createdAt: instant(Date.UTC(2026, 10, 24)),
  sha256: 'a'.repeat(64),
  mediaType: 'application/pdf',
  bytes: Buffer.from('%PDF-1.7 fake'),
});

export const fakeDocuments = (): DocumentReads => ({
  async list(caller, id) {
    ownLease(caller, id);
    const { mediaType: _, bytes: __, ...view } = file(`doc_${id}_signed_agreement_1`);
    return [view];
  },
  async read(caller, documentId) {
    const id = /^doc_(\d+)_signed_agreement_1$/.exec(documentId)?.[1];
    try {
      ownLease(caller, leaseId(id ?? '0000000'));
    } catch {
      throw new LeaseError('NOT_FOUND', 'no such document');
    }
    return file(documentId);
  },
  signedAgreement: async (id, round) => file(`doc_${id}_signed_agreement_${round}`),
});
