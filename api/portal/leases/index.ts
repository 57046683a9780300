import type { GuestRoute, PortalRoute } from '../visit';
import { applicationRoutes } from './applications/routes';
import { applyRoutes } from './apply/routes';
import { cancellationRoutes } from './cancellation/routes';
import { deliveryRoutes } from './delivery/routes';
import { type LeasePagesDeps, pageTools } from './deps';
import { fundingRoutes } from './fundings/routes';
import { leasePageRoutes } from './lease-page/routes';
import { messageRoutes } from './messages/routes';
import { orderRoutes } from './order/routes';
import { receiptRoutes } from './receipt/routes';
import { returnRoutes } from './returns/routes';
import { signingRoutes } from './signing/routes';

export type { LeasePagesDeps } from './deps';

/** What a store does with a lease, from the application to the receipt of a return, and what it is paid. */
export function leasePages(deps: LeasePagesDeps): PortalRoute[] {
  const tools = pageTools(deps);
  return [
    ...leasePageRoutes(tools),
    ...orderRoutes(tools),
    ...signingRoutes(tools),
    ...deliveryRoutes(tools),
    ...cancellationRoutes(tools),
    ...returnRoutes(tools),
    ...receiptRoutes(tools),
    ...messageRoutes(tools),
    ...fundingRoutes(tools),
    ...applicationRoutes(tools),
  ];
}

/** The customer's application on the store's device: no session, the link is the right to it. */
export const handoverPages = (deps: LeasePagesDeps): GuestRoute[] => applyRoutes(pageTools(deps));
