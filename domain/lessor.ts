import type { Lessor } from './agreement/agreement-document';

/** Who buys the goods and leases them; named in every agreement. */
export const LESSOR: Lessor = { name: 'Ownward Leasing LLC' };

/**
 * Whether leases are reported to consumer reporting agencies. Nothing is (api.md "buyout letter"); the letters of
 * ownership say what stands here.
 */
export const REPORTS_LEASES: boolean = false;
