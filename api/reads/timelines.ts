import type { Db } from '../../db/database';
import type { LeaseId } from '../../domain/ids';
import type { TimelineEvent } from '../../domain/lease-view';
import type { Page } from '../ports';
import { decodeCursor, encodeCursor } from './cursor';

/** A page of what happened, oldest first. */
export async function readTimeline(
  db: Db,
  leaseId: LeaseId,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<TimelineEvent>> {
  const after = cursor ? Number(decodeCursor(cursor, [/^\d{1,9}$/])[0]) : 0;
  const rows = await db
    .selectFrom('timeline')
    .select(['sequence', 'type', 'at', 'actor', 'channel', 'data'])
    .where('lease_id', '=', leaseId)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit + 1)
    .execute();
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last ? encodeCursor([last.sequence]) : null };
}
