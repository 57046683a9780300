import type { Instant } from '../domain/calendar-date';
import type { LeaseId, MerchantId } from '../domain/ids';

/** An event on its way to those who listen: webhooks, letters. */
export interface RelayedEvent {
  eventId: string;
  /** order of recording */
  position: number;
  merchantId: MerchantId;
  leaseId: LeaseId | null;
  /** of the lease's timeline; null for what is no line of it */
  sequence: number | null;
  type: string;
  at: Instant;
  data: Record<string, unknown>;
}

/** Hears of events after their commit, at least once each; hearing one twice must change nothing. */
export type EventListener = (events: readonly RelayedEvent[]) => Promise<void>;
