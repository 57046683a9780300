import type { Webhooks } from '../../activities/webhooks/mode';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { deliveriesOf } from '../../db/webhook-deliveries';
import { endpointsOf } from '../../db/webhook-endpoints';
import { decodeCursor, encodeCursor } from '../reads/cursor';
import { changeEndpoint, createEndpoint, removeEndpoint, rotateSecret } from './changes';
import type { WebhookEndpoints } from './port';
import { replayDeliveries, replayOne } from './replays';
import { merchantOf, requireEndpoint } from './tenant';
import { deliveryView, endpointView } from './views';

export interface WebhookEndpointDeps {
  db: Db;
  cipher: Cipher;
  admitUrl: Webhooks['admitUrl'];
}

const NUMBER = [/^\d{1,15}$/];

export function webhookEndpoints(deps: WebhookEndpointDeps): WebhookEndpoints {
  const { db } = deps;
  return {
    create: (change, content) => createEndpoint(deps, change, content),
    change: (change, endpointId, content) => changeEndpoint(deps, change, endpointId, content),
    remove: (change, endpointId) => removeEndpoint(deps, change, endpointId),
    rotateSecret: (change, endpointId) => rotateSecret(deps, change, endpointId),
    replay: (change, endpointId, deliveryId) => replayOne(deps, change, endpointId, deliveryId),
    replaySince: (change, endpointId, from) => replayDeliveries(deps, change, endpointId, from),

    async list(caller, { limit, cursor }) {
      // There are at most twenty, so a page is cut from all of them.
      const skipped = cursor ? Number(decodeCursor(cursor, NUMBER)[0]) : 0;
      const rows = (await endpointsOf(db, merchantOf(caller))).reverse();
      const data = rows.slice(skipped, skipped + limit).map((row) => endpointView(row, Date.now()));
      const end = skipped + limit;
      return { data, nextCursor: rows.length > end ? encodeCursor([end]) : null };
    },

    async read(caller, endpointId) {
      return endpointView(await requireEndpoint(db, caller, endpointId), Date.now());
    },

    async deliveries(caller, endpointId, { limit, cursor }) {
      await requireEndpoint(db, caller, endpointId);
      const before = cursor ? Number(decodeCursor(cursor, NUMBER)[0]) : undefined;
      const rows = await deliveriesOf(db, endpointId, { limit: limit + 1, before });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        data: page.map(deliveryView),
        nextCursor: rows.length > limit && last ? encodeCursor([last.number]) : null,
      };
    },
  };
}
