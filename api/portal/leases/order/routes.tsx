import type { Request, Response } from 'express';
import { sendPage } from '../../../pages/send-page';
import { fieldsOf } from '../../form-body';
import type { PortalRoute, Visit } from '../../visit';
import { askOnce } from '../ask';
import type { PageTools } from '../deps';
import { answerForm } from '../form-answer';
import { actionPath, actionRoute } from '../paths';
import { lacking } from '../problems';
import { leaseIdOf, situationOf } from '../situation';
import { knownOrder, MORE, orderFields, orderForm, orderValues, withMoreRows } from './body';
import { OrderPage } from './page';

/** The order of an approved customer, entered or replaced; then its price and the link for signing. */
export const orderRoutes = (tools: PageTools): PortalRoute[] => [
  {
    method: 'get',
    path: actionRoute('enter_order'),
    async handle(visit, req, res) {
      const situation = await situationOf(tools, visit, leaseIdOf(req));
      const values = knownOrder(situation.lease.invoiceNumber, situation.desk);
      sendPage(res, <OrderPage {...{ visit, situation, values }} problems={[]} />);
    },
  },
  { method: 'post', path: actionRoute('enter_order'), handle: (visit, req, res) => save(tools, visit, req, res) },
];

async function save(tools: PageTools, visit: Visit, req: Request, res: Response): Promise<void> {
  const leaseId = leaseIdOf(req);
  const { caller, requestId, language } = visit;
  const fields = fieldsOf(req);
  const values = orderValues(fields);
  if (fields.text(MORE) !== '') {
    const situation = await situationOf(tools, visit, leaseId);
    return sendPage(res, <OrderPage {...{ visit, situation }} values={withMoreRows(values)} problems={[]} />);
  }
  const form = orderForm(values);
  const asking = { caller, requestId, path: { leaseId }, body: form.body };
  const isEmpty = form.rows.length === 0;
  await answerForm(
    res,
    isEmpty ? lacking('lines', 'no_lines') : await askOnce(tools, 'submitInvoiceInformation', asking),
    {
      language,
      fieldNames: orderFields(form, language),
      done: () => actionPath(leaseId, 'show_signing'),
      again: async ({ problems }) => (
        <OrderPage {...{ visit, values, problems }} situation={await situationOf(tools, visit, leaseId)} />
      ),
    },
  );
}
