import type { Db } from '../../db/database';
import type { EventListener } from '../../db/relayed-events';
import { insertDeliveries } from '../../db/webhook-deliveries';

/** Keeps a delivery of each event for every endpoint that is to be told; whether anybody answers is seen later. */
export function webhookListener(db: Db): EventListener {
  return async (events) =>
    insertDeliveries(
      db,
      events.map(({ eventId }) => eventId),
    );
}
