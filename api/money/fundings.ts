import type { Db } from '../../db/database';
import { listFundings } from './funding-lists';
import { fundingReport } from './funding-report';
import { findFundingRun, listFundingRuns } from './funding-runs';
import type { FundingReads } from './fundings-port';

export interface FundingReadsDeps {
  db: Db;
}

export function fundingReads({ db }: FundingReadsDeps): FundingReads {
  return {
    list: (caller, filters) => listFundings(db, caller, filters),
    runs: (caller, page) => listFundingRuns(db, caller, page),
    run: (caller, runId) => findFundingRun(db, caller, runId),
    report: (caller, runId) => fundingReport(db, caller, runId),
  };
}
