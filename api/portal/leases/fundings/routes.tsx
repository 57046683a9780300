import { parsePath } from '../../../http/parse';
import { sendPage } from '../../../pages/send-page';
import { FundingRunPath } from '../../../schemas/funding-run';
import { queryText } from '../../query-text';
import type { PortalRoute } from '../../visit';
import { perform } from '../ask';
import type { PageTools } from '../deps';
import { sendFile } from '../send-file';
import { RunPage, RunsPage } from './pages';

const RUNS_SHOWN = 25;
const LINES_SHOWN = 100;

/** What the retailer is paid: for managers, since a run holds the leases of all stores. */
const FOR_MANAGERS = { method: 'get', roles: ['manager'] } as const;

export const fundingRoutes = (tools: PageTools): PortalRoute[] => [
  {
    ...FOR_MANAGERS,
    path: '/funding',
    async handle(visit, req, res) {
      const cursor = queryText(req, 'after') || undefined;
      const runs = await tools.ports.money.fundings.runs(visit.caller, { limit: RUNS_SHOWN, cursor });
      sendPage(res, <RunsPage {...{ visit, runs }} isContinued={cursor !== undefined} />);
    },
  },
  {
    ...FOR_MANAGERS,
    path: '/funding/:runId',
    async handle(visit, req, res) {
      const { runId } = parsePath(FundingRunPath, req.params);
      const { fundings } = tools.ports.money;
      const run = await fundings.run(visit.caller, runId);
      const cursor = queryText(req, 'after') || undefined;
      const lines = await fundings.list(visit.caller, { runId, limit: LINES_SHOWN, cursor });
      sendPage(res, <RunPage {...{ visit, run, lines }} />);
    },
  },
  {
    ...FOR_MANAGERS,
    path: '/funding/:runId/report.csv',
    async handle({ caller, requestId }, req, res) {
      const path = parsePath(FundingRunPath, req.params);
      sendFile(res, await perform(tools, 'requestFundingReport', { caller, requestId, path }));
    },
  },
];
