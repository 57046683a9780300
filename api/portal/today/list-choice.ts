import type { Request } from 'express';
import type { StoreId } from '../../../domain/ids';
import { queryText } from '../query-text';
import type { VisitedStore } from '../visit';
import { WORK_GROUPS, type WorkGroup } from '../work-lists';

/** A small screen, and a slow one: so many at first, so many more each time, and not for ever. */
const SHOWN_FIRST = 10;
const SHOWN_MORE = 25;
const SHOWN_MAX = 500;

/** What somebody wants to see of the lists. */
export interface ListChoice {
  /** undefined: all that are open to the person */
  storeId: StoreId | undefined;
  shown: Readonly<Record<WorkGroup, number>>;
}

/** A store that is not the person's own counts as none chosen. */
export function listChoice(req: Request, stores: readonly VisitedStore[]): ListChoice {
  const wanted = queryText(req, 'store');
  const storeId = stores.find((store) => store.storeId === wanted)?.storeId;
  const counts = WORK_GROUPS.map((group) => [group, shownCount(queryText(req, group))] as const);
  return { storeId, shown: Object.fromEntries(counts) as Record<WorkGroup, number> };
}

function shownCount(text: string): number {
  return /^\d{1,3}$/.test(text) ? Math.min(Math.max(Number(text), SHOWN_FIRST), SHOWN_MAX) : SHOWN_FIRST;
}

/** The same lists, with more of one. */
export function morePath({ storeId, shown }: ListChoice, group: WorkGroup): string {
  const query = new URLSearchParams(storeId === undefined ? {} : { store: storeId });
  for (const each of WORK_GROUPS) {
    const count = each === group ? Math.min(shown[each] + SHOWN_MORE, SHOWN_MAX) : shown[each];
    if (count !== SHOWN_FIRST) query.set(each, String(count));
  }
  return `/portal?${query.toString()}#${group}`;
}
