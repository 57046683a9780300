import type { FundingReads } from '../../../api/money/fundings-port';

export const fakeFundingReads = (): FundingReads => ({});
