import { json, keyedOperation, type Operation } from '../operation';
import { Funding, FundingQuery } from '../schemas/funding';
import { FundingRun, FundingRunPath, FundingRunQuery } from '../schemas/funding-run';
import { pageOf } from '../schemas/lease';
import { NoBody, Nothing } from '../schemas/nothing';

const READ = {
  method: 'get',
  tag: 'Funding',
  scope: 'reports:read',
  successStatus: 200,
  errorCodes: [],
  bodySchema: NoBody,
} as const;

const listFundings = keyedOperation({
  ...READ,
  path: '/v1/fundings',
  operationId: 'listFundings',
  summary: 'What merchants are paid, and what is taken off, event by event; newest first',
  pathSchema: Nothing,
  querySchema: FundingQuery,
  answerSchema: pageOf(Funding),
  handle: async ({ caller, query }, { money }) => json(await money.fundings.list(caller, query)),
});

const listFundingRuns = keyedOperation({
  ...READ,
  path: '/v1/funding-runs',
  operationId: 'listFundingRuns',
  summary: "Funding runs, newest first, with the figures of the caller's merchant",
  pathSchema: Nothing,
  querySchema: FundingRunQuery,
  answerSchema: pageOf(FundingRun),
  handle: async ({ caller, query }, { money }) => json(await money.fundings.runs(caller, query)),
});

const requestFundingRun = keyedOperation({
  ...READ,
  path: '/v1/funding-runs/:runId',
  operationId: 'requestFundingRun',
  summary: "One funding run, with the figures of the caller's merchant",
  errorCodes: ['NOT_FOUND'],
  pathSchema: FundingRunPath,
  querySchema: Nothing,
  answerSchema: FundingRun,
  handle: async ({ caller, path }, { money }) => json(await money.fundings.run(caller, path.runId)),
});

const requestFundingReport = keyedOperation({
  ...READ,
  path: '/v1/funding-runs/:runId/report.csv',
  operationId: 'requestFundingReport',
  summary: 'The lines of a funding run as CSV; its last line is the total, equal to the entry in the file',
  errorCodes: ['NOT_FOUND'],
  pathSchema: FundingRunPath,
  querySchema: Nothing,
  answerSchema: undefined,
  answerTypes: ['text/csv'],
  async handle({ caller, path: { runId } }, { money }) {
    const text = await money.fundings.report(caller, runId);
    const headers = { 'Content-Disposition': `attachment; filename="${runId}.csv"` };
    return { kind: 'text', status: 200, text, contentType: 'text/csv; charset=utf-8', headers };
  },
});

export const fundingOperations: readonly Operation[] = [
  listFundings,
  listFundingRuns,
  requestFundingRun,
  requestFundingReport,
];
