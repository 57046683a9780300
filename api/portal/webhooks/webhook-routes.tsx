import type { Response } from 'express';
import { parseBody } from '../../http/parse';
import type { FieldProblem } from '../../pages/form';
import { sendPage } from '../../pages/send-page';
import { EndpointBody } from '../../schemas/webhook';
import { fieldsOf } from '../form-body';
import type { PortalDeps } from '../portal-deps';
import type { PortalRoute, Visit } from '../visit';
import { changeOf, doneOf } from './asked';
import { endpointBody, type TypedEndpoint, typedEndpoint } from './endpoint-form';
import { endpointRoutes } from './endpoint-routes';
import { SecretPage } from './secret-page';
import { webhookProblems } from './webhook-problems';
import { WEBHOOK_WORDS, type WebhookDone } from './webhook-words';
import { WebhooksPage } from './webhooks-page';

/** More than a retailer may have. */
const ENDPOINTS_SHOWN = 100;

interface Shown {
  typed?: TypedEndpoint;
  problems?: FieldProblem[];
  done?: WebhookDone | undefined;
}

/** Where a retailer's own systems are told, managed by the same port as through the API. */
export const webhookRoutes = (deps: Pick<PortalDeps, 'ports'>): PortalRoute[] => {
  const show = async (visit: Visit, res: Response, shown: Shown): Promise<void> => {
    const { data: endpoints } = await deps.ports.webhooks.list(visit.caller, { limit: ENDPOINTS_SHOWN });
    sendPage(res, <WebhooksPage {...{ visit, endpoints }} {...shown} />, { status: shown.problems ? 422 : 200 });
  };
  const routes: PortalRoute[] = [
    { method: 'get', path: '/webhooks', handle: (visit, req, res) => show(visit, res, { done: doneOf(req) }) },
    {
      method: 'post',
      path: '/webhooks',
      async handle(visit, req, res) {
        const change = changeOf(visit, req);
        const typed = typedEndpoint(fieldsOf(req));
        const made = await createOrProblems(deps, visit, change, typed);
        if ('problems' in made) return await show(visit, res, { typed, ...made });
        const note = WEBHOOK_WORDS[visit.language].secretNote;
        sendPage(res, <SecretPage visit={visit} secret={made.secret} note={note} />, { status: 201 });
      },
    },
    ...endpointRoutes(deps),
  ];
  return routes.map((route) => ({ ...route, roles: ['manager'] }));
};

async function createOrProblems(
  { ports: { webhooks } }: Pick<PortalDeps, 'ports'>,
  { language }: Visit,
  change: ReturnType<typeof changeOf>,
  typed: TypedEndpoint,
): Promise<{ secret: string } | { problems: FieldProblem[] }> {
  const create = async () => webhooks.create(change, parseBody(EndpointBody, endpointBody(typed)));
  return await create().then(
    ({ answer }) => ({ secret: answer.secret }),
    (error: unknown) => ({ problems: webhookProblems(error, language) }),
  );
}
