import type { ActivityDeps } from '../deps';
import { judgeFundingRows } from './judge-rows';
import { repeatFundingReport } from './repeat-report';
import { stageFundingFile } from './stage';
import { writeFundingReport } from './write-report';

/** The steps of a funding file, each safe to repeat. */
export function fundingFileActivities(deps: ActivityDeps) {
  return {
    stageFundingFile: stageFundingFile(deps),
    judgeFundingRows: judgeFundingRows(deps),
    repeatFundingReport: repeatFundingReport(deps),
    writeFundingReport: writeFundingReport(deps),
  };
}
