import type { Instant } from '../domain/calendar-date';
import type { LeaseId, MerchantId } from '../domain/ids';
import type { NoticeEventType } from '../domain/notice-events';
import type { Trx } from './database';

/** Something a retailer is told of that is no line of a timeline. */
export interface NoticeEvent {
  /** names the fact, so that it is told once however often it is recorded */
  eventId: string;
  merchantId: MerchantId;
  leaseId: LeaseId | null;
  type: NoticeEventType;
  at: Instant;
  /** ids, amounts, dates and codes only: no personal data leaves by this way */
  data: Record<string, unknown>;
}

/** How the event of a timeline's line is named: stable, so that a receiver can tell a repeat. */
export const timelineEventId = (leaseId: LeaseId, sequence: number): string => `evt_${leaseId}_${sequence}`;

/** Keeps them to be relayed after the commit; what is there already stays as it is. */
export async function insertEvents(trx: Trx, events: readonly NoticeEvent[]): Promise<void> {
  if (events.length === 0) return;
  await trx
    .insertInto('events')
    .values(
      events.map(({ eventId, merchantId, leaseId, type, at, data }) => ({
        event_id: eventId,
        merchant_id: merchantId,
        lease_id: leaseId,
        sequence: null,
        type,
        at,
        data: JSON.stringify(data),
      })),
    )
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .execute();
}
