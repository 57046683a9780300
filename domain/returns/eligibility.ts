import { instant, type Instant } from '../calendar-date';
import { invoiceLeftCents, type LineLeft } from './lines-left';

/** Why nothing may be returned. Status and date are the lease's to judge; here only what SQL knows. */
type ReturnObstacle = 'NO_ORDER' | 'NOTHING_LEFT_TO_RETURN' | 'LEASE_HAS_ENDED';

/** How long a return authorization holds (api.md "requestReturnAuthorization"). */
const RETURN_AUTHORIZATION_DAYS = 30;

const DAY_MS = 86_400_000;

/** The last instant at which an authorization may be used. @param at when it was given */
export const authorizedUntil = (at: Instant): Instant => instant(Date.parse(at) + RETURN_AUTHORIZATION_DAYS * DAY_MS);

/**
 * What stands against a return; empty when nothing does.
 * @param left the order as it stands; undefined where there is none
 * @param hasEnded the goods are the customer's, or all came back
 */
export function returnObstacles(left: readonly LineLeft[] | undefined, hasEnded: boolean): ReturnObstacle[] {
  if (hasEnded) return ['LEASE_HAS_ENDED'];
  if (!left) return ['NO_ORDER'];
  return invoiceLeftCents(left) > 0 ? [] : ['NOTHING_LEFT_TO_RETURN'];
}
