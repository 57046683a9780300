import { day, money } from '../../../pages/formatting';
import { Table } from '../../../pages/table';
import type { FundingRunView, FundingView } from '../../../money/fundings-port';
import type { Page } from '../../../ports';
import { PortalPage } from '../../portal-page';
import type { Visit } from '../../visit';
import { Facts } from '../facts';
import { FUNDING_PATH, leasePath, reportPath, runPath } from '../paths';
import { STATUS_WORDS } from '../status-words';
import { FUNDING_WORDS } from './words';

interface RunsPageProps {
  visit: Visit;
  runs: Page<FundingRunView>;
  isContinued: boolean;
}

/** All runs, newest first. */
export function RunsPage({ visit, runs, isContinued }: RunsPageProps) {
  const { language } = visit;
  const words = FUNDING_WORDS[language];
  return (
    <PortalPage visit={visit} title={words.title} place="funding">
      <p>{words.explanation}</p>
      {runs.data.length === 0 ? <p>{words.none}</p> : null}
      {runs.data.length === 0 ? null : (
        <Table
          caption={words.title}
          isCaptionHidden
          rows={runs.data}
          keyOf={({ runId }) => runId}
          columns={[
            { title: words.run, cell: ({ runId }) => <a href={runPath(runId)}>{runId}</a> },
            { title: words.state, cell: ({ state }) => words.states[state] },
            { title: words.gross, cell: ({ grossCents }) => money(grossCents), isNumber: true },
            { title: words.adjustments, cell: ({ adjustmentsCents }) => money(adjustmentsCents), isNumber: true },
            { title: words.paid, cell: ({ paidCents }) => money(paidCents), isNumber: true },
            { title: words.effectiveOn, cell: ({ effectiveOn }) => effectiveOn && day(effectiveOn, language) },
          ]}
        />
      )}
      <Paging
        next={runs.nextCursor && { text: words.older, href: `${FUNDING_PATH}?after=${runs.nextCursor}` }}
        first={isContinued ? { text: words.newest, href: FUNDING_PATH } : null}
      />
    </PortalPage>
  );
}

interface RunPageProps {
  visit: Visit;
  run: FundingRunView;
  lines: Page<FundingView>;
}

/** One run with its lines, and the same as a file for programs. */
export function RunPage({ visit, run, lines }: RunPageProps) {
  const words = FUNDING_WORDS[visit.language];
  return (
    <PortalPage visit={visit} title={words.runTitle(run.runId)} place="funding">
      <p>
        <a href={FUNDING_PATH}>{words.back}</a>
      </p>
      <section class="panel">
        <RunFacts run={run} language={visit.language} />
      </section>
      <p>
        <a class="button" href={reportPath(run.runId)}>
          {words.download}
        </a>
      </p>
      <Lines lines={lines.data} language={visit.language} />
      <Paging
        next={lines.nextCursor && { text: words.moreLines, href: `${runPath(run.runId)}?after=${lines.nextCursor}` }}
        first={null}
      />
    </PortalPage>
  );
}

function RunFacts({ run, language }: { run: FundingRunView; language: Visit['language'] }) {
  const words = FUNDING_WORDS[language];
  return (
    <Facts
      facts={[
        [words.businessOn, day(run.businessOn, language)],
        [words.state, words.states[run.state]],
        [words.gross, money(run.grossCents)],
        [words.adjustments, money(run.adjustmentsCents)],
        [words.carryIn, run.carryInCents === 0 ? null : money(run.carryInCents)],
        [words.carryOut, run.carryOutCents === 0 ? null : money(run.carryOutCents)],
        [words.paid, money(run.paidCents)],
        [words.effectiveOn, run.effectiveOn && day(run.effectiveOn, language)],
        [words.traceNumber, run.traceNumber],
      ]}
    />
  );
}

function Lines({ lines, language }: { lines: readonly FundingView[]; language: Visit['language'] }) {
  const words = FUNDING_WORDS[language];
  const { fundingKind } = STATUS_WORDS[language];
  if (lines.length === 0) return <p>{words.noLines}</p>;
  return (
    <Table
      caption={words.lines}
      rows={lines}
      keyOf={({ fundingId }) => fundingId}
      columns={[
        { title: words.lease, cell: ({ leaseId }) => leaseId && <a href={leasePath(leaseId)}>{leaseId}</a> },
        { title: words.kind, cell: ({ kind }) => fundingKind[kind] },
        { title: words.invoice, cell: ({ invoiceNumber }) => invoiceNumber },
        { title: words.net, cell: ({ netCents }) => money(netCents), isNumber: true },
      ]}
    />
  );
}

interface PagingLink {
  text: string;
  href: string;
}

function Paging({ next, first }: { next: PagingLink | '' | null; first: PagingLink | null }) {
  const links = [first, next].filter((link) => link !== null && link !== '');
  return links.length === 0 ? null : (
    <div class="actions">
      {links.map(({ text, href }) => (
        <a key={href} class="button" href={href}>
          {text}
        </a>
      ))}
    </div>
  );
}
