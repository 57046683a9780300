import type { LeaseId } from '../domain/ids';
import type { Recording } from '../domain/lease/recording';
import type { Trx } from './database';

/** Adds the steps' lines in one statement; a line that is there already stays as it is. */
export async function appendTimeline(trx: Trx, leaseId: LeaseId, steps: readonly Recording[]): Promise<void> {
  const lines = steps.flatMap((step) =>
    step.events.map(({ type, data }, index) => ({
      lease_id: leaseId,
      sequence: step.sequence + index,
      type,
      at: step.at,
      actor: step.by?.actor ?? 'ownward',
      channel: step.by?.channel ?? 'system',
      data: JSON.stringify(data ?? {}),
    })),
  );
  if (lines.length === 0) return;
  await trx
    .insertInto('timeline')
    .values(lines)
    .onConflict((conflict) => conflict.columns(['lease_id', 'sequence']).doNothing())
    .execute();
}
