import { unstartedLeases } from '../../db/applications';
import type { Envelope } from '../../domain/lease/recording';
import { isOutage } from '../availability';
import { startApplication } from './applications';
import type { CommandDeps } from './deps';

/** Between the commit of an application and its start lie milliseconds; after this nobody is coming any more. */
const ORPHAN_SECONDS = 20;

/**
 * Starts leases whose application was kept but never reached Temporal: the API died between the two, or Temporal was
 * away and the caller gave up. Starting a lease twice is one start.
 * @returns how many there were
 */
export async function startUnstartedLeases(deps: CommandDeps): Promise<number> {
  const waiting = await unstartedLeases(deps.db, ORPHAN_SECONDS);
  for (const { leaseId, messageId, requestId, actor } of waiting) {
    const by: Envelope = { messageId, requestId, actor, channel: 'api' };
    try {
      await startApplication(deps, leaseId, by);
    } catch (error) {
      // Still away: the next round tries again.
      if (!isOutage(error)) throw error;
    }
  }
  return waiting.length;
}
