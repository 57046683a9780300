import { ALL_EVENT_TYPES } from '../../../domain/webhooks/event-types';
import type { FieldProblem } from '../../pages/form';
import { moment } from '../../pages/formatting';
import { Notice } from '../../pages/notice';
import { Table } from '../../pages/table';
import type { EndpointView } from '../../webhooks/port';
import { PortalPage } from '../portal-page';
import type { Visit } from '../visit';
import { EndpointForm, NO_ENDPOINT, type TypedEndpoint } from './endpoint-form';
import { WEBHOOK_WORDS, type WebhookDone } from './webhook-words';

/** The clock of the person's first store: a retailer has no other. */
export const clockOf = ({ stores }: Visit): string => stores[0]?.timeZone ?? 'UTC';

interface WebhooksPageProps {
  visit: Visit;
  endpoints: readonly EndpointView[];
  typed?: TypedEndpoint;
  problems?: readonly FieldProblem[];
  done?: WebhookDone | undefined;
}

export function WebhooksPage({ visit, endpoints, typed = NO_ENDPOINT, problems = [], done }: WebhooksPageProps) {
  const words = WEBHOOK_WORDS[visit.language];
  return (
    <PortalPage visit={visit} title={words.title} place="webhooks">
      {done === undefined ? null : <Notice kind="good">{words.done[done]}</Notice>}
      <p>{words.intro}</p>
      <p class="quiet">{words.guide}</p>
      {endpoints.length === 0 ? <p>{words.none}</p> : <Endpoints visit={visit} endpoints={endpoints} />}
      <h2>{words.addTitle}</h2>
      <EndpointForm visit={visit} typed={typed} problems={problems} />
    </PortalPage>
  );
}

function Endpoints({ visit, endpoints }: { visit: Visit; endpoints: readonly EndpointView[] }) {
  const { language } = visit;
  const words = WEBHOOK_WORDS[language];
  return (
    <Table
      caption={words.title}
      isCaptionHidden
      rows={endpoints}
      keyOf={({ endpointId }) => endpointId}
      columns={[
        {
          title: words.columns.url,
          cell: ({ endpointId, url, description }) => (
            <>
              <a href={`/portal/webhooks/${endpointId}`}>{url}</a>
              {description === null ? null : <small> {description}</small>}
            </>
          ),
        },
        { title: words.columns.events, cell: ({ eventTypes }) => eventsText(visit, eventTypes) },
        { title: words.columns.state, cell: (endpoint) => <EndpointState visit={visit} endpoint={endpoint} /> },
        { title: words.columns.since, cell: ({ createdAt }) => moment(createdAt, clockOf(visit), language) },
      ]}
    />
  );
}

export function eventsText({ language }: Visit, eventTypes: readonly string[]): string {
  const words = WEBHOOK_WORDS[language];
  return eventTypes.includes(ALL_EVENT_TYPES) ? words.allEvents : words.someEvents(eventTypes.length);
}

/** On, off and why, or in trouble and since when. */
export function EndpointState({ visit, endpoint }: { visit: Visit; endpoint: EndpointView }) {
  const words = WEBHOOK_WORDS[visit.language];
  const { state, disabledReason, failingSince } = endpoint;
  const isWell = state === 'enabled' && failingSince === null;
  return (
    <>
      <span class={`tag ${isWell ? 'tag-good' : 'tag-bad'}`}>{words.states[state]}</span>{' '}
      {disabledReason === null ? null : words.reasons[disabledReason]}
      {state === 'enabled' && failingSince !== null
        ? words.failingSince(moment(failingSince, clockOf(visit), visit.language))
        : null}
    </>
  );
}
