import type { Request, Response } from 'express';
import { parseQuery } from '../../http/parse';
import type { FieldProblem } from '../../pages/form';
import { sendPage } from '../../pages/send-page';
import { PageQuery } from '../../schemas/webhook';
import type { WebhookEndpoints } from '../../webhooks/port';
import { fieldsOf } from '../form-body';
import type { PortalDeps } from '../portal-deps';
import { queryText } from '../query-text';
import type { PortalRoute, Visit } from '../visit';
import { changeOf, deliveryOf, doneOf, endpointOf } from './asked';
import { EndpointPage } from './endpoint-page';
import { startOfDay } from './replay-from';
import { SecretPage } from './secret-page';
import { webhookProblems } from './webhook-problems';
import { WEBHOOK_WORDS, type WebhookDone } from './webhook-words';
import { clockOf } from './webhooks-page';

const DELIVERIES_SHOWN = '25';

/** One address: its deliveries, and each change a form of its own. */
export const endpointRoutes = ({ ports: { webhooks } }: Pick<PortalDeps, 'ports'>): PortalRoute[] => {
  /** What is refused is said on the page of the address. */
  const act = (
    path: string,
    done: WebhookDone,
    make: (visit: Visit, req: Request) => Promise<unknown>,
  ): PortalRoute => ({
    method: 'post',
    path: `/webhooks/:endpointId/${path}`,
    async handle(visit, req, res) {
      const refused = await make(visit, req).then(
        () => undefined,
        (error: unknown) => webhookProblems(error, visit.language),
      );
      if (refused) return await show(webhooks, visit, req, res, refused);
      res.redirect(303, `/portal/webhooks${done === 'removed' ? '' : `/${endpointOf(req)}`}?done=${done}`);
    },
  });

  return [
    { method: 'get', path: '/webhooks/:endpointId', handle: (visit, req, res) => show(webhooks, visit, req, res) },
    {
      method: 'post',
      path: '/webhooks/:endpointId/secret',
      async handle(visit, req, res) {
        const { answer } = await webhooks.rotateSecret(changeOf(visit, req), endpointOf(req));
        const note = WEBHOOK_WORDS[visit.language].secretRotatedNote;
        sendPage(res, <SecretPage visit={visit} secret={answer.secret} note={note} />);
      },
    },
    {
      method: 'post',
      path: '/webhooks/:endpointId/replay',
      async handle(visit, req, res) {
        const from = startOfDay(fieldsOf(req).text('from'), clockOf(visit));
        if (from === undefined) {
          return await show(webhooks, visit, req, res, [
            { field: 'from', text: WEBHOOK_WORDS[visit.language].fromWrong },
          ]);
        }
        const replay = act('replay', 'replayed', (_, asked) =>
          webhooks.replaySince(changeOf(visit, asked), endpointOf(asked), from),
        );
        await replay.handle(visit, req, res);
      },
    },
    act('on', 'changed', (visit, req) => webhooks.change(changeOf(visit, req), endpointOf(req), { state: 'enabled' })),
    act('off', 'changed', (visit, req) =>
      webhooks.change(changeOf(visit, req), endpointOf(req), { state: 'disabled' }),
    ),
    act('removal', 'removed', (visit, req) => webhooks.remove(changeOf(visit, req), endpointOf(req))),
    act('deliveries/:deliveryId/replay', 'replayed', (visit, req) =>
      webhooks.replay(changeOf(visit, req), endpointOf(req), deliveryOf(req)),
    ),
  ];
};

async function show(
  webhooks: WebhookEndpoints,
  visit: Visit,
  req: Request,
  res: Response,
  problems?: FieldProblem[],
): Promise<void> {
  const endpointId = endpointOf(req);
  const endpoint = await webhooks.read(visit.caller, endpointId);
  const cursor = req.method === 'GET' ? queryText(req, 'cursor') : '';
  const paging = parseQuery(PageQuery, { limit: DELIVERIES_SHOWN, ...(cursor === '' ? {} : { cursor }) });
  const deliveries = await webhooks.deliveries(visit.caller, endpointId, paging);
  const page = <EndpointPage {...{ visit, endpoint, deliveries, done: doneOf(req) }} {...(problems && { problems })} />;
  sendPage(res, page, { status: problems ? 422 : 200 });
}
