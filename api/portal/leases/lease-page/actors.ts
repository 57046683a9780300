import type { TimelineEvent } from '../../../../domain/lease-view';
import type { Language } from '../../../pages/language';
import { ACTOR_WORDS } from './timeline-words';

const PORTAL = 'portal:';
const FILE = 'file';

/** Whose names have to be read: people of the store. */
export function portalUserIds(events: readonly Pick<TimelineEvent, 'actor'>[]): string[] {
  const ids = events.flatMap(({ actor }) => (actor.startsWith(PORTAL) ? [actor.slice(PORTAL.length)] : []));
  return [...new Set(ids)];
}

/** Who it was, as a store knows them: its own people by name, all others by the way they came. */
export function actorText(
  { actor, channel }: Pick<TimelineEvent, 'actor' | 'channel'>,
  usernames: ReadonlyMap<string, string>,
  language: Language,
): string {
  const words = ACTOR_WORDS[language];
  if (actor.startsWith(PORTAL)) return usernames.get(actor.slice(PORTAL.length)) ?? words.storePerson;
  if (actor === 'customer') return words.customer;
  if (channel === FILE) return `${words.file} ${actor.slice(FILE.length + 1)}`;
  return actor.startsWith('retailer:') ? words.api : words.ownward;
}
