import type { LeaseView } from '../../../../domain/lease-view';
import { day, lastDayBefore, money } from '../../../pages/formatting';
import type { Language } from '../../../pages/language';
import { Facts } from '../facts';
import { decisionPath } from '../paths';
import { DECIDED, END_WORDS } from './end-words';
import { CustomerPage } from './frame';
import type { Handover } from './handovers-port';

interface DecisionPageProps {
  token: string;
  language: Language;
  handover: Handover;
  lease: LeaseView;
}

/** What became of the application, and nothing of what was typed. */
export function DecisionPage({ token, language, handover, lease }: DecisionPageProps) {
  const words = END_WORDS[language];
  const decided = DECIDED[lease.status];
  const { approvalLimitCents, approvalExpiresAt } = lease;
  const text = words.decision[decided]({
    limit: approvalLimitCents === null ? '' : money(approvalLimitCents),
    until: approvalExpiresAt === null ? '' : day(lastDayBefore(approvalExpiresAt, handover.timeZone), language),
  });
  return (
    <CustomerPage language={language} title={words.decisionTitle} store={handover.merchantName}>
      <div class={`notice notice-${decided === 'approved' ? 'good' : 'plain'}`} role="status">
        <p>
          <strong>{text}</strong>
        </p>
      </div>
      <Facts facts={[[words.leaseNumber, lease.leaseId]]} />
      {decided === 'waiting' ? (
        <p>
          <a class="button" href={decisionPath(token, language)}>
            {words.lookAgain}
          </a>
        </p>
      ) : null}
      <p>{words.handBack}</p>
    </CustomerPage>
  );
}

/** The link has done its work. */
export function UsedPage({ language, store }: { language: Language; store: string }) {
  const words = END_WORDS[language];
  return (
    <CustomerPage language={language} title={words.usedTitle} store={store}>
      <p>{words.used}</p>
    </CustomerPage>
  );
}

/** No such link, or no more. */
export function GonePage({ language }: { language: Language }) {
  const words = END_WORDS[language];
  return (
    <CustomerPage language={language} title={words.goneTitle}>
      <p>{words.gone}</p>
    </CustomerPage>
  );
}
