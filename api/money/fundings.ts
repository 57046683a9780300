import { fundingReport } from '../../activities/funding-run/report';
import type { Db } from '../../db/database';
import { LeaseError } from '../../domain/errors';
import type { MerchantId } from '../../domain/ids';
import type { Caller } from '../ports';
import { listFundings } from './funding-lists';
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
    report: (caller, runId) => fundingReport(db, runId, seenBy(caller)),
  };
}

/** A retailer sees its own part of a run, everybody else the whole. */
function seenBy({ kind, merchantId }: Caller): MerchantId | null {
  if (kind === 'retailer' && merchantId === null) throw new LeaseError('NOT_FOUND', 'no such run');
  return kind === 'retailer' ? merchantId : null;
}
