import type { Lessor } from './agreement/agreement-document';

/** Who buys the goods and leases them; named in every agreement. */
export const LESSOR: Lessor = { name: 'Ownward Leasing LLC' };
