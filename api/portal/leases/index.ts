import type { GuestRoute, PortalRoute } from '../visit';
import type { LeasePagesDeps } from './deps';

export type { LeasePagesDeps } from './deps';

/** What a store does with a lease, from the application to the receipt of a return, and what it is paid. */
export const leasePages = (_deps: LeasePagesDeps): PortalRoute[] => [];

/** The customer's application on the store's device: no session, the link is the right to it. For `guestRouter`. */
export const handoverPages = (_deps: LeasePagesDeps): GuestRoute[] => [];
