import { MAX_FILE_BYTES } from '../../domain/funding-file/file-fault';
import { fileNameIn, sentFile } from '../http/multipart-file';
import { invalidPart } from '../http/parse';
import { json, keyedOperation, type Operation } from '../operation';
import {
  FundingFile,
  FundingFileNameQuery,
  FundingFilePath,
  FundingFileQuery,
  FundingFilesQuery,
  FundingFileWithRows,
} from '../schemas/funding-file';
import { pageOf } from '../schemas/lease';
import { NoBody, Nothing } from '../schemas/nothing';
import { BinaryBody } from '../schemas/raw-body';

/** A multipart body is the file and some lines around it. */
const BODY_BYTES_MAX = MAX_FILE_BYTES + 16_384;

const FILES = { tag: 'Funding files', errorCodes: ['NOT_FOUND'] } as const;

/** Its own key is its content: no Idempotency-Key. */
const submitFundingFile = keyedOperation({
  ...FILES,
  method: 'post',
  path: '/v1/funding-files',
  operationId: 'submitFundingFile',
  summary: 'Confirm many deliveries by a batch funding file, as over SFTP; the same bytes again are the same file',
  scope: 'leases:write',
  successStatus: 201,
  errorCodes: [],
  pathSchema: Nothing,
  querySchema: FundingFileNameQuery,
  bodySchema: BinaryBody,
  rawBody: {
    kind: 'binary',
    // What spreadsheets and browsers call a CSV file; what it is, its reader says.
    mediaTypes: [
      'text/csv',
      'application/vnd.ms-excel',
      'text/plain',
      'application/octet-stream',
      'multipart/form-data',
    ],
    bytesMax: BODY_BYTES_MAX,
  },
  answerSchema: FundingFile,
  links: { requestReceivedFile: { fileId: '$response.body#/fileId' } },
  async handle({ caller, query, body, contentDisposition }, { fundingFiles }) {
    const sent = sentFile(body);
    if (!sent) throw invalidPart('', 'invalid', 'the form is cut off, or has no file');
    const name = query.fileName ?? sent.name ?? fileNameIn(contentDisposition);
    if (name === undefined) {
      throw invalidPart('/query/fileName', 'required', 'is required where neither form nor Content-Disposition has it');
    }
    const { isKnown, file } = await fundingFiles.receive(caller, { name, bytes: sent.bytes });
    const headers = { Location: `/v1/funding-files/${file.fileId}` };
    return { ...json(file, 201), headers: isKnown ? { ...headers, 'Idempotent-Replayed': 'true' } : headers };
  },
});

const listFundingFiles = keyedOperation({
  ...FILES,
  method: 'get',
  path: '/v1/funding-files',
  operationId: 'listFundingFiles',
  summary: 'Batch funding files as they were received, by whatever way; newest first',
  scope: 'leases:read',
  successStatus: 200,
  errorCodes: [],
  pathSchema: Nothing,
  querySchema: FundingFilesQuery,
  bodySchema: NoBody,
  answerSchema: pageOf(FundingFile),
  handle: async ({ caller, query }, { fundingFiles }) => json(await fundingFiles.list(caller, query)),
});

const requestReceivedFile = keyedOperation({
  ...FILES,
  method: 'get',
  path: '/v1/funding-files/:fileId',
  operationId: 'requestReceivedFile',
  summary: 'One batch funding file with its rows and their codes; as text/csv its result report',
  scope: 'leases:read',
  successStatus: 200,
  pathSchema: FundingFilePath,
  querySchema: FundingFileQuery,
  bodySchema: NoBody,
  answerSchema: FundingFileWithRows,
  answerTypes: ['text/csv'],
  async handle({ caller, path: { fileId }, query, accepts }, { fundingFiles }) {
    if (accepts(['application/json', 'text/csv']) !== 'text/csv') {
      return json(await fundingFiles.read(caller, fileId, query));
    }
    const { name, bytes } = await fundingFiles.report(caller, fileId);
    const headers = { 'Content-Disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"` };
    return { kind: 'bytes', status: 200, bytes, contentType: 'text/csv; charset=utf-8', headers };
  },
});

export const fundingFileOperations: readonly Operation[] = [submitFundingFile, listFundingFiles, requestReceivedFile];
