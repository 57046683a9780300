import type { TimelineEvent } from '../../../../domain/lease-view';
import type { LeaseId } from '../../../../domain/ids';
import type { FundingView } from '../../../money/fundings-port';
import type { ReturnView } from '../../../money/returns-port';
import type { Page } from '../../../ports';
import type { Visit } from '../../visit';
import type { LeasePagesDeps } from '../deps';
import { type Situation, situationOf } from '../situation';
import { portalUserIds } from './actors';

/** Leases have some dozens of lines; those of a long life come in pages. */
const EVENTS_SHOWN = 50;
/** One for the lease, and one for each return: more are not to be expected. */
const FUNDINGS_SHOWN = 100;

/** All that the page of a lease shows. */
export interface LeasePageView extends Situation {
  events: Page<TimelineEvent>;
  usernames: ReadonlyMap<string, string>;
  returns: readonly ReturnView[];
  fundings: readonly FundingView[];
}

/** @throws LeaseError LEASE_NOT_FOUND; VALIDATION_FAILED for a cursor that is not one of ours */
export async function leasePageView(
  deps: LeasePagesDeps,
  visit: Visit,
  leaseId: LeaseId,
  cursor: string | undefined,
): Promise<LeasePageView> {
  const { caller } = visit;
  const { reads, money } = deps.ports;
  // First whether the lease exists for this caller: the list of fundings knows retailers, and no stores.
  const situation = await situationOf(deps, visit, leaseId);
  const [events, returns, fundings] = await Promise.all([
    reads.timeline(caller, leaseId, { limit: EVENTS_SHOWN, cursor }),
    money.returns.list(caller, leaseId),
    money.fundings.list(caller, { leaseId, limit: FUNDINGS_SHOWN }),
  ]);
  const usernames = await usernamesOf(deps, visit, events.data);
  return { ...situation, events, usernames, returns, fundings: fundings.data };
}

async function usernamesOf({ accounts }: LeasePagesDeps, { caller }: Visit, events: readonly TimelineEvent[]) {
  const ids = portalUserIds(events);
  if (ids.length === 0 || caller.merchantId === null) return new Map<string, string>();
  return await accounts.usernames(caller.merchantId, ids);
}
