import type { Request } from 'express';
import { LeaseError } from '../../../../domain/errors';
import { sendPage } from '../../../pages/send-page';
import type { PortalRoute } from '../../visit';
import type { PageTools } from '../deps';
import { actionPath, actionRoute } from '../paths';
import { leaseIdOf, situationOf } from '../situation';
import { SigningPage } from './page';

export const signingRoutes = (tools: PageTools): PortalRoute[] => [
  {
    method: 'get',
    path: actionRoute('show_signing'),
    async handle(visit, req, res) {
      const leaseId = leaseIdOf(req);
      const situation = await situationOf(tools, visit, leaseId);
      const { reads } = tools.ports;
      const isOrdered = situation.lease.invoiceTotalCents !== null;
      const pricing = isOrdered ? await reads.pricing(visit.caller, leaseId) : null;
      const path = await tools.desk.signingUrl(visit.caller, leaseId);
      sendPage(res, <SigningPage {...{ visit, situation, pricing }} signingUrl={path && wholeUrl(req, path)} />);
    },
  },
  {
    method: 'post',
    path: actionRoute('show_signing'),
    async handle(visit, req, res) {
      const leaseId = leaseIdOf(req);
      const signingUrl = await tools.desk.signingUrl(visit.caller, leaseId);
      // Signed or changed meanwhile: the page says so, and nobody is signed out for nothing.
      if (signingUrl === null) return res.redirect(303, actionPath(leaseId, 'show_signing'));
      if (!signingUrl.startsWith('/')) throw new LeaseError('INTERNAL', 'a signing link is a path of ours');
      await tools.signOut(req, res);
      res.redirect(303, signingUrl);
    },
  },
];

/** As this browser reached us: what it shows is copied to the customer's. */
const wholeUrl = (req: Request, path: string): string => `${req.protocol}://${req.host}${path}`;
