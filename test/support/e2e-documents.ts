import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from './e2e-client';
import { expectStatus } from './e2e-leases';

export interface DocumentSeen {
  documentId: string;
  kind: string;
  language: string;
  createdAt: string;
  sha256: string;
}

/** How often a fact is looked for that only another process can bring about. */
const LOOK_MS = 50;

/** The documents of a lease, newest first, once this one is among them: a letter follows what it tells of. */
export async function documentsWith(care: Caller, leaseId: string, kind: string): Promise<DocumentSeen[]> {
  for (;;) {
    const { body } = expectStatus(await care.get(`/v1/leases/${leaseId}/documents`), 200);
    const documents: DocumentSeen[] = body.data;
    if (documents.some((document) => document.kind === kind)) return documents;
    await pause(LOOK_MS);
  }
}

/** The bytes, their hash, and how they are named. */
export async function readDocument({ apiUrl, apiKey = '' }: Caller, documentId: string) {
  const headers = { authorization: `Bearer ${apiKey}` };
  const answer = await fetch(`${apiUrl}/v1/documents/${documentId}`, { headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return {
    ...{ status: answer.status, bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
    contentType: answer.headers.get('content-type'),
  };
}
