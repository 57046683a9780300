import { Notice } from '../../../pages/notice';
import { PortalPage } from '../../portal-page';
import type { Visit } from '../../visit';
import type { Done } from '../paths';
import { WhatNext } from '../what-next';
import { OkToDeliver } from './ok-to-deliver';
import { payDay } from './pay-day';
import { Fundings, OrderLines, Returns, Shipments } from './sections';
import { Summary } from './summary';
import { Timeline } from './timeline';
import type { LeasePageView } from './view';
import { LEASE_PAGE_WORDS } from './words';

interface LeasePageProps {
  visit: Visit;
  view: LeasePageView;
  done: Done | undefined;
  isContinued: boolean;
}

/** A lease as the store's desk sees it: may the goods go, what is next, what is known, what happened. */
export function LeasePage({ visit, view, done, isContinued }: LeasePageProps) {
  const { language } = visit;
  const words = LEASE_PAGE_WORDS[language];
  const { lease, fundings, todayOn } = view;
  const shown = { view, language };
  return (
    <PortalPage visit={visit} title={words.title(lease.leaseId)} place="today">
      {done === undefined ? null : <Notice kind="good">{words.done[done]}</Notice>}
      <OkToDeliver lease={lease} language={language} />
      <WhatNext situation={view} language={language} payOn={payDay(lease.fundedAt, fundings, todayOn)} />
      <section class="panel" aria-labelledby="facts">
        <h2 id="facts">{words.facts}</h2>
        <Summary {...shown} />
      </section>
      <OrderLines {...shown} />
      <Shipments {...shown} />
      <Returns {...shown} />
      <Fundings {...shown} mayOpenRuns={visit.role === 'manager'} />
      <Timeline {...shown} isContinued={isContinued} />
    </PortalPage>
  );
}
