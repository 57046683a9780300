import type { LeaseSignals } from '../../activities/ports';

/** For tests whose activities tell no lease anything. */
export const DEAF_LEASES: LeaseSignals = { tell: () => Promise.resolve(false) };
