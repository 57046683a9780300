/** To be filled by its owner. */
export type FundingReads = object;
