import { accountRoutes } from './account/account-routes';
import { languageOfGuest, languageOfPerson } from './language-switch';
import { acceptGuests } from './people/accept-guests';
import { peopleRoutes } from './people/people-routes';
import type { PortalDeps } from './portal-deps';
import { signInGuests } from './sign-in/sign-in-guests';
import { signOutRoute } from './sign-in/sign-out';
import { todayRoutes } from './today/today-routes';
import { webhookRoutes } from './webhooks/webhook-routes';
import type { GuestRoute, PortalRoute } from './visit';

/** Pages of the frame for whoever is signed in. */
export const framePages = (deps: PortalDeps): PortalRoute[] => [
  ...todayRoutes(deps),
  ...peopleRoutes(deps),
  ...accountRoutes(deps),
  ...webhookRoutes(deps),
  languageOfPerson(deps),
  signOutRoute(deps),
];

/** Pages of the frame for whoever is not. */
export const frameGuests = (deps: PortalDeps): GuestRoute[] => [
  ...signInGuests(deps),
  ...acceptGuests(deps),
  languageOfGuest(deps),
];
