import type { Request, Response } from 'express';
import type { ReturnAction } from '../../../../domain/returns/requested-lines';
import { sendPage } from '../../../pages/send-page';
import { LeaseReturn, ReturnAuthorization } from '../../../schemas/return-report';
import { fieldsOf, type FormFields } from '../../form-body';
import type { PortalRoute, Visit } from '../../visit';
import { type Asked, askOnce } from '../ask';
import type { PageTools } from '../deps';
import { answerForm } from '../form-answer';
import { actionRoute, messagePath, receiptPath } from '../paths';
import { lacking, troubleOf } from '../problems';
import { leaseIdOf, type Situation, situationOf } from '../situation';
import { amountField, quantityField, returnFields, returnForm, SCOPE } from './body';
import { AuthorizationPage, DESK_ACTION, ReturnFormPage } from './page';
import { RETURN_WORDS } from './words';

/** A return and a lower price go the same way: authorization, form, receipt. */
export const returnRoutes = (tools: PageTools): PortalRoute[] => [
  ...routesOf(tools, 'return'),
  ...routesOf(tools, 'price_adjustment'),
];

function routesOf(tools: PageTools, action: ReturnAction): PortalRoute[] {
  const path = actionRoute(DESK_ACTION[action]);
  return [
    {
      method: 'get',
      path,
      async handle(visit, req, res) {
        const situation = await situationOf(tools, visit, leaseIdOf(req));
        sendPage(res, <AuthorizationPage {...{ visit, situation, action }} problems={[]} />);
      },
    },
    // Reloaded, or opened from the history: begin again, rather than nothing at this address.
    {
      method: 'get',
      path: `${path}/form`,
      handle: async (_visit, req, res) => res.redirect(303, req.originalUrl.replace(/\/form(\?.*)?$/, '')),
    },
    { method: 'post', path: `${path}/form`, handle: (visit, req, res) => authorize(tools, action, visit, req, res) },
    { method: 'post', path, handle: (visit, req, res) => submit(tools, action, visit, req, res) },
  ];
}

/** The code stands in the form and in no address; asked again on the same day, it is the same code. */
async function authorize(tools: PageTools, action: ReturnAction, visit: Visit, req: Request, res: Response) {
  const leaseId = leaseIdOf(req);
  const { caller, requestId, language } = visit;
  const situation = await situationOf(tools, visit, leaseId);
  const keyedBy = { action, askedOn: situation.todayOn };
  const asked = await askOnce(tools, 'requestReturnAuthorization', { caller, requestId, path: { leaseId }, keyedBy });
  if (asked.outcome === 'pending') return res.redirect(303, messagePath(leaseId, asked.messageId));
  const authorizationCode = codeIn(asked);
  if (authorizationCode === null) {
    const trouble = troubleOf(asked, () => undefined, language);
    const problems = trouble?.problems ?? [{ text: RETURN_WORDS[language].notEligible }];
    return sendPage(res, <AuthorizationPage {...{ visit, situation, action, problems }} />, {
      status: trouble?.status ?? 409,
    });
  }
  const values = { authorizationCode, returnedOn: situation.todayOn };
  sendPage(res, <ReturnFormPage {...{ visit, situation, action, values }} problems={[]} />);
}

function codeIn(asked: Asked): string | null {
  return asked.outcome === 'done' ? ReturnAuthorization.parse(asked.body).authorizationCode : null;
}

async function submit(tools: PageTools, action: ReturnAction, visit: Visit, req: Request, res: Response) {
  const leaseId = leaseIdOf(req);
  const { caller, requestId, language } = visit;
  const fields = fieldsOf(req);
  const situation = await situationOf(tools, visit, leaseId);
  const form = returnForm(fields, action, situation.desk.lines);
  const asking = { caller, requestId, path: { leaseId }, body: form.body };
  const asked = form.lack ? lacking(SCOPE, form.lack) : await askOnce(tools, 'submitLeaseReturn', asking);
  await answerForm(res, asked, {
    language,
    fieldNames: returnFields(form, action, language),
    done: (body) => receiptPath(leaseId, LeaseReturn.pick({ returnId: true }).loose().parse(body).returnId),
    again: async ({ problems }) => (
      <ReturnFormPage
        {...{ visit, action, problems }}
        situation={await situationOf(tools, visit, leaseId)}
        values={valuesOf(fields, situation)}
      />
    ),
  });
}

function valuesOf(fields: FormFields, { desk }: Situation): Record<string, string> {
  const ofLines = desk.lines.flatMap(({ lineNumber }) => [quantityField(lineNumber), amountField(lineNumber)]);
  const names = ['authorizationCode', 'returnedOn', 'creditInvoiceNumber', SCOPE, ...ofLines];
  return Object.fromEntries(names.map((name) => [name, fields.text(name)]));
}
