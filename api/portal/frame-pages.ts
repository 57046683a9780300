import type { PortalDeps } from './portal-deps';
import type { GuestRoute, PortalRoute } from './visit';

/** Pages of the frame for whoever is signed in. */
export const framePages = (_deps: PortalDeps): PortalRoute[] => [];

/** Pages of the frame for whoever is not. */
export const frameGuests = (_deps: PortalDeps): GuestRoute[] => [];
