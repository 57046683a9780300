import type { Db } from '../db/database';
import {
  claimEvents,
  type EventListener,
  markRelayed,
  putOffEvents,
  type RelayedEvent,
  requireDatabase,
} from '../db/relayed-events';

/** Few enough that those who listen are done with them before the claim ends. */
const BATCH_COUNT = 200;

/** Over some two and a half minutes; then the event is for a person. */
const FAILURE_COUNT_MAX = 5;

export interface Relay {
  db: Db;
  listeners: readonly EventListener[];
  /** told of each event a listener failed on; the error may quote anything */
  onFailure: (event: RelayedEvent, error: unknown) => void;
}

/**
 * Hands the next waiting events to everyone who listens. Whoever dies on the way has claimed them for 30 seconds only:
 * they are then handed over again, so listeners hear of each at least once.
 *
 * A listener that fails on one event still hears of the others, and so does everybody else of this one.
 *
 * @returns how many events were claimed; 0: nothing waits
 * @throws anything when the database cannot be reached: the claims end, and nothing is counted against an event
 */
export async function relayOnce(relay: Relay): Promise<number> {
  const events = await claimEvents(relay.db, BATCH_COUNT);
  if (events.length === 0) return 0;
  const failed = new Set<string>();
  for (const listener of relay.listeners) {
    for (const { eventId } of await unheard(relay, listener, events)) failed.add(eventId);
  }
  const heard = events.filter(({ eventId }) => !failed.has(eventId)).map(({ eventId }) => eventId);
  await markRelayed(relay.db, heard);
  await putOffEvents(relay.db, [...failed], FAILURE_COUNT_MAX);
  return events.length;
}

/** Those this listener fails on, each for itself: found one by one, and only when all together did not go. */
async function unheard(
  { db, onFailure }: Relay,
  listener: EventListener,
  events: readonly RelayedEvent[],
): Promise<RelayedEvent[]> {
  if (!(await failureOf(listener, events))) return [];
  const failed: RelayedEvent[] = [];
  for (const event of events) {
    const failure = await failureOf(listener, [event]);
    if (!failure) continue;
    // An outage is nobody's fault: it must not be told from a bad event by trying them all.
    await requireDatabase(db);
    onFailure(event, failure.error);
    failed.push(event);
  }
  return failed;
}

async function failureOf(
  listener: EventListener,
  events: readonly RelayedEvent[],
): Promise<{ error: unknown } | undefined> {
  try {
    await listener(events);
    return undefined;
  } catch (error) {
    return { error };
  }
}
