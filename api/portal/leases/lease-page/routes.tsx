import type { Request } from 'express';
import { sendPage } from '../../../pages/send-page';
import { queryText } from '../../query-text';
import type { PortalRoute } from '../../visit';
import type { LeasePagesDeps } from '../deps';
import { DONE, type Done } from '../paths';
import { leaseIdOf } from '../situation';
import { LeasePage } from './page';
import { leasePageView } from './view';

export const leasePageRoutes = (deps: LeasePagesDeps): PortalRoute[] => [
  {
    method: 'get',
    path: '/leases/:leaseId',
    async handle(visit, req, res) {
      const cursor = queryText(req, 'after') || undefined;
      const view = await leasePageView(deps, visit, leaseIdOf(req), cursor);
      const isContinued = cursor !== undefined;
      sendPage(res, <LeasePage visit={visit} view={view} done={doneOf(req)} isContinued={isContinued} />);
    },
  },
];

const doneOf = (req: Request): Done | undefined => DONE.find((done) => done === queryText(req, 'done'));
