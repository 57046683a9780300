import type { ComponentChildren } from 'preact';
import type { FieldProblem } from '../../pages/form';
import { ProblemSummary } from '../../pages/form';
import { Notice } from '../../pages/notice';
import { PortalPage } from '../portal-page';
import type { Visit } from '../visit';
import { deskActions, type DeskAction } from './actions';
import { Facts } from './facts';
import { LEASE_PAGE_WORDS } from './lease-page/words';
import { leasePath } from './paths';
import type { Situation } from './situation';
import { STATUS_WORDS } from './status-words';
import { WhatNext } from './what-next';

interface ActionPageProps {
  visit: Visit;
  situation: Situation;
  action: DeskAction;
  title: string;
  problems: readonly FieldProblem[];
  /** the form, where the lease is open to it */
  children: ComponentChildren;
}

/**
 * The page of one thing to do with a lease. A lease that has moved on since, by API, file or a colleague, shows how it
 * stands in place of a form that it would refuse.
 */
export function ActionPage({ visit, situation, action, title, problems, children }: ActionPageProps) {
  const { lease, desk } = situation;
  const words = LEASE_PAGE_WORDS[visit.language];
  const isOpen = deskActions(lease, desk).includes(action);
  return (
    <PortalPage visit={visit} title={title} place="today">
      <p>
        <a href={leasePath(lease.leaseId)}>{words.backToLease}</a>
      </p>
      <Facts
        facts={[
          [words.title(lease.leaseId), desk.customerName],
          [words.status, STATUS_WORDS[visit.language].status[lease.status]],
          [words.invoiceNumber, lease.invoiceNumber],
        ]}
      />
      {isOpen ? children : <Elsewhere visit={visit} situation={situation} problems={problems} />}
    </PortalPage>
  );
}

function Elsewhere({ visit, situation, problems }: Pick<ActionPageProps, 'visit' | 'situation' | 'problems'>) {
  return (
    <>
      <ProblemSummary language={visit.language} problems={problems} />
      {problems.length === 0 ? <Notice kind="plain">{LEASE_PAGE_WORDS[visit.language].notNow}</Notice> : null}
      <WhatNext situation={situation} language={visit.language} />
    </>
  );
}
