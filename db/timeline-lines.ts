import type { LeaseId } from '../domain/ids';
import type { NewEvent } from '../domain/lease/events';
import type { Db } from './database';

/** The newest line of one of these types before a place in a lease's timeline: what held at that place. */
export async function lastLineBefore(
  db: Db,
  { leaseId, sequence }: { leaseId: LeaseId; sequence: number },
  types: readonly NewEvent['type'][],
): Promise<{ type: string; data: Record<string, unknown> } | undefined> {
  return await db
    .selectFrom('timeline')
    .select(['type', 'data'])
    .where('lease_id', '=', leaseId)
    .where('sequence', '<', sequence)
    .where('type', 'in', [...types])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
}
