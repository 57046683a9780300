import { keepSignedAgreement } from '../../activities/letters/keep-signed-agreement';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { type DocumentHead, documentIdOf, documentsOf, findDocument, readDocumentBytes } from '../../db/documents';
import { LeaseError } from '../../domain/errors';
import type { Caller } from '../ports';
import { requireLease } from '../reads/tenancy';
import type { DocumentFile, DocumentReads, DocumentView } from './documents-port';

export interface DocumentReadsDeps {
  db: Db;
  cipher: Cipher;
}

export function documentReads({ db, cipher }: DocumentReadsDeps): DocumentReads {
  const fileOf = async (head: DocumentHead): Promise<DocumentFile> => ({
    ...viewOf(head),
    mediaType: 'application/pdf',
    bytes: await readDocumentBytes(db, cipher, head.documentId),
  });
  return {
    async list(caller, leaseId) {
      await requireLease(db, caller, leaseId);
      return (await documentsOf(db, leaseId)).map(viewOf);
    },

    async read(caller, documentId) {
      const head = await findDocument(db, documentId);
      if (!head || !(await isVisible(db, caller, head))) throw noSuchDocument();
      return await fileOf(head);
    },

    async signedAgreement(leaseId, round) {
      const documentId = documentIdOf(leaseId, 'signed_agreement', round);
      const kept = await findDocument(db, documentId);
      if (kept) return await fileOf(kept);
      await keepSignedAgreement({ db, cipher }, { leaseId, round });
      const made = await findDocument(db, documentId);
      if (!made) throw noSuchDocument();
      return await fileOf(made);
    },
  };
}

/** In the same words, whether it does not exist or belongs to another retailer. */
const noSuchDocument = () => new LeaseError('NOT_FOUND', 'no such document');

async function isVisible(db: Db, caller: Caller, { leaseId }: DocumentHead): Promise<boolean> {
  try {
    await requireLease(db, caller, leaseId);
    return true;
  } catch (error) {
    if (error instanceof LeaseError && error.code === 'LEASE_NOT_FOUND') return false;
    throw error;
  }
}

function viewOf({ documentId, kind, language, createdAt, sha256 }: DocumentHead): DocumentView {
  return { documentId, kind, language, createdAt, sha256 };
}
