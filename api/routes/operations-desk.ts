import { json, keyedOperation, type Operation, type Reply } from '../operation';
import { CollectionRun, CollectionRunPath } from '../schemas/collection-run';
import { FundingRun, FundingRunPath } from '../schemas/funding-run';
import { NoBody, Nothing } from '../schemas/nothing';
import { merchantOperations } from './merchants';

const DESK = {
  tag: 'Operations',
  scope: 'operations',
  successStatus: 200,
  errorCodes: ['NOT_FOUND'],
  querySchema: Nothing,
  bodySchema: NoBody,
} as const;

const requestFundingFile = keyedOperation({
  ...DESK,
  method: 'get',
  path: '/v1/funding-runs/:runId/file',
  operationId: 'requestFundingFile',
  summary: 'The NACHA file of a funding run, as the bank has it',
  pathSchema: FundingRunPath,
  answerSchema: undefined,
  handle: async ({ path }, { money }) => achText(await money.operationsDesk.fundingFile(path.runId)),
});

const releaseFundingRun = keyedOperation({
  ...DESK,
  method: 'post',
  path: '/v1/funding-runs/:runId/release',
  operationId: 'releaseFundingRun',
  summary: 'Let a held funding run go: a second person, not the one who asked for it',
  pathSchema: FundingRunPath,
  answerSchema: FundingRun,
  handle: async ({ caller, path }, { money }) => json(await money.operationsDesk.release(caller, path.runId)),
});

const requestCollectionRun = keyedOperation({
  ...DESK,
  method: 'get',
  path: '/v1/collection-runs/:runId',
  operationId: 'requestCollectionRun',
  summary: 'What is debited from, and paid back to, customers on one banking day',
  pathSchema: CollectionRunPath,
  answerSchema: CollectionRun,
  handle: async ({ path }, { money }) => json(await money.operationsDesk.collectionRun(path.runId)),
});

const requestCollectionFile = keyedOperation({
  ...DESK,
  method: 'get',
  path: '/v1/collection-runs/:runId/file',
  operationId: 'requestCollectionFile',
  summary: 'The NACHA file of a collection run, as the bank has it',
  pathSchema: CollectionRunPath,
  answerSchema: undefined,
  handle: async ({ path }, { money }) => achText(await money.operationsDesk.collectionFile(path.runId)),
});

/** Records are parted by line feeds as in the file itself: not a byte is changed on the way. */
function achText(text: string): Reply {
  return { kind: 'text', status: 200, text, contentType: 'text/plain; charset=utf-8' };
}

export const operationsDeskOperations: readonly Operation[] = [
  requestFundingFile,
  releaseFundingRun,
  requestCollectionRun,
  requestCollectionFile,
  ...merchantOperations,
];
