import type { LeaseId, MerchantId } from '../domain/ids';
import type { Recording } from '../domain/lease/recording';
import type { Trx } from './database';
import { timelineEventId } from './events';

/**
 * Adds the steps' lines, and beside each the event its retailer is told of, in one statement; a line that is there
 * already stays as it is.
 */
export async function appendTimeline(
  trx: Trx,
  { lease_id: leaseId, merchant_id: merchantId }: { lease_id: LeaseId; merchant_id: MerchantId },
  steps: readonly Recording[],
): Promise<void> {
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
  const events = lines.map(({ actor: _, channel: __, ...line }) => ({
    ...line,
    event_id: timelineEventId(leaseId, line.sequence),
    merchant_id: merchantId,
  }));
  await trx
    .with('told', (query) =>
      query
        .insertInto('events')
        .values(events)
        .onConflict((conflict) => conflict.column('event_id').doNothing())
        .returning('event_id'),
    )
    .insertInto('timeline')
    .values(lines)
    .onConflict((conflict) => conflict.columns(['lease_id', 'sequence']).doNothing())
    .execute();
}
