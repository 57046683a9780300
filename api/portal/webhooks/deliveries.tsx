import { moment } from '../../pages/formatting';
import { Table } from '../../pages/table';
import type { Page } from '../../ports';
import type { DeliveryView } from '../../webhooks/port';
import { leasePath } from '../leases/paths';
import { OnceField } from '../once';
import type { Visit } from '../visit';
import { WEBHOOK_WORDS } from './webhook-words';
import { clockOf } from './webhooks-page';

interface DeliveriesProps {
  visit: Visit;
  /** of the endpoint */
  path: string;
  page: Page<DeliveryView>;
}

/** What was sent to one address, newest first, each to be sent again. */
export function Deliveries({ visit, path, page: { data, nextCursor } }: DeliveriesProps) {
  const { language } = visit;
  const { delivery: titles, deliveryStates, ...words } = WEBHOOK_WORDS[language];
  if (data.length === 0) return <p>{words.noDeliveries}</p>;
  return (
    <>
      <Table
        caption={words.deliveriesTitle}
        isCaptionHidden
        rows={data}
        keyOf={({ deliveryId }) => deliveryId}
        columns={[
          { title: titles.type, cell: ({ type }) => type },
          { title: titles.lease, isCode: true, cell: ({ leaseId: id }) => id && <a href={leasePath(id)}>{id}</a> },
          { title: titles.state, cell: ({ state }) => deliveryStates[state] },
          { title: titles.attempts, isNumber: true, cell: ({ attemptCount }) => attemptCount },
          { title: titles.answer, cell: ({ lastStatus, lastError }) => lastStatus ?? lastError },
          { title: titles.created, cell: ({ createdAt }) => moment(createdAt, clockOf(visit), language) },
          {
            title: titles.next,
            cell: ({ nextAttemptAt: at }) => at && moment(at, clockOf(visit), language),
          },
          { title: titles.again, cell: (delivery) => <Replay visit={visit} path={path} delivery={delivery} /> },
        ]}
      />
      {nextCursor === null ? null : (
        <p>
          <a class="button" href={`${path}?cursor=${encodeURIComponent(nextCursor)}`}>
            {words.older}
          </a>
        </p>
      )}
    </>
  );
}

function Replay({ visit, path, delivery }: { visit: Visit; path: string; delivery: DeliveryView }) {
  const words = WEBHOOK_WORDS[visit.language];
  return (
    <form method="post" action={`${path}/deliveries/${delivery.deliveryId}/replay`}>
      <input type="hidden" name="csrf" value={visit.csrfToken} />
      <OnceField />
      <button type="submit" class="link">
        {words.replay} <span class="hidden">{words.replayOf(delivery.type)}</span>
      </button>
    </form>
  );
}
