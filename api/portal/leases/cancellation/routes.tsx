import { sendPage } from '../../../pages/send-page';
import type { PortalRoute } from '../../visit';
import { askOnce } from '../ask';
import type { PageTools } from '../deps';
import { answerForm } from '../form-answer';
import { actionRoute, leasePath } from '../paths';
import { leaseIdOf, situationOf } from '../situation';
import { CancellationPage } from './page';

export const cancellationRoutes = (tools: PageTools): PortalRoute[] => [
  {
    method: 'get',
    path: actionRoute('cancel'),
    async handle(visit, req, res) {
      const situation = await situationOf(tools, visit, leaseIdOf(req));
      sendPage(res, <CancellationPage {...{ visit, situation }} problems={[]} />);
    },
  },
  {
    method: 'post',
    path: actionRoute('cancel'),
    async handle(visit, req, res) {
      const leaseId = leaseIdOf(req);
      const { caller, requestId, language } = visit;
      await answerForm(res, await askOnce(tools, 'cancelContract', { caller, requestId, path: { leaseId } }), {
        language,
        fieldNames: () => undefined,
        done: () => leasePath(leaseId, 'cancellation'),
        again: async ({ problems }) => (
          <CancellationPage {...{ visit, situation: await situationOf(tools, visit, leaseId), problems }} />
        ),
      });
    },
  },
];
