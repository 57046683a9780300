import { json, keyedOperation, type Operation } from '../operation';
import { DocumentList, DocumentPath } from '../schemas/document';
import { LeasePath } from '../schemas/lease';
import { NoBody, Nothing } from '../schemas/nothing';

const listDocuments = keyedOperation({
  method: 'get',
  path: '/v1/leases/:leaseId/documents',
  operationId: 'listDocuments',
  tag: 'Documents',
  summary: 'What the customer received in writing, newest first',
  scope: 'care',
  successStatus: 200,
  errorCodes: [],
  pathSchema: LeasePath,
  querySchema: Nothing,
  bodySchema: NoBody,
  answerSchema: DocumentList,
  handle: async ({ caller, path }, { documents }) => json({ data: await documents.list(caller, path.leaseId) }),
});

const requestDocument = keyedOperation({
  method: 'get',
  path: '/v1/documents/:documentId',
  operationId: 'requestDocument',
  tag: 'Documents',
  summary: 'A document as the customer received it: the very bytes of its hash',
  scope: 'care',
  successStatus: 200,
  errorCodes: ['NOT_FOUND'],
  pathSchema: DocumentPath,
  querySchema: Nothing,
  bodySchema: NoBody,
  answerSchema: undefined,
  answerTypes: ['application/pdf'],
  async handle({ caller, path }, { documents }) {
    const { documentId, mediaType, bytes, sha256 } = await documents.read(caller, path.documentId);
    const headers = { 'Content-Disposition': `attachment; filename="${documentId}.pdf"`, ETag: `"${sha256}"` };
    return { kind: 'bytes', status: 200, bytes, contentType: mediaType, headers };
  },
});

export const documentOperations: readonly Operation[] = [listDocuments, requestDocument];
