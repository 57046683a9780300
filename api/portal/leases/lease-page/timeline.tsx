import type { TimelineEvent } from '../../../../domain/lease-view';
import { moment } from '../../../pages/formatting';
import type { Language } from '../../../pages/language';
import { Table } from '../../../pages/table';
import { leasePath } from '../paths';
import { actorText } from './actors';
import { eventDetails } from './timeline-data';
import { eventSentence } from './timeline-words';
import type { LeasePageView } from './view';
import { LEASE_PAGE_WORDS } from './words';

interface TimelineProps {
  view: LeasePageView;
  language: Language;
  /** the page begins later than the lease does */
  isContinued: boolean;
}

/** What happened, when by the store's clock, and by whom. */
export function Timeline({ view, language, isContinued }: TimelineProps) {
  const { lease, desk, events, usernames } = view;
  const words = LEASE_PAGE_WORDS[language];
  const { nextCursor } = events;
  return (
    <section id="timeline">
      <Table
        caption={words.timeline}
        rows={events.data}
        keyOf={({ sequence }) => sequence}
        columns={[
          { title: words.when, cell: ({ at }) => moment(at, desk.timeZone, language) },
          { title: words.what, cell: (event) => eventText(event, language) },
          { title: words.who, cell: (event) => actorText(event, usernames, language) },
        ]}
      />
      {isContinued ? (
        <p>
          <a href={`${leasePath(lease.leaseId)}#timeline`}>{words.firstEvents}</a>
        </p>
      ) : null}
      {nextCursor === null ? null : (
        <p>
          <a href={`${leasePath(lease.leaseId)}?after=${encodeURIComponent(nextCursor)}#timeline`}>
            {words.laterEvents}
          </a>
        </p>
      )}
    </section>
  );
}

function eventText({ type, data }: TimelineEvent, language: Language): string {
  const details = eventDetails(data, language);
  return details.length === 0
    ? eventSentence(type, language)
    : `${eventSentence(type, language)}: ${details.join(' · ')}`;
}
