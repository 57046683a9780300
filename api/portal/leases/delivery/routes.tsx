import type { Language } from '../../../pages/language';
import { sendPage } from '../../../pages/send-page';
import { type FormFields, fieldsOf } from '../../form-body';
import type { PortalRoute } from '../../visit';
import { askOnce } from '../ask';
import type { PageTools } from '../deps';
import { answerForm } from '../form-answer';
import { actionRoute, leasePath } from '../paths';
import { namedAs } from '../problems';
import { leaseIdOf, situationOf } from '../situation';
import { filled, typedDate, typedText } from '../typed';
import { DeliveryPage } from './page';
import { DELIVERY_WORDS } from './words';

const FIELDS = ['deliveredOn', 'carrier', 'trackingNumber'] as const;

export const deliveryRoutes = (tools: PageTools): PortalRoute[] => [
  {
    method: 'get',
    path: actionRoute('deliver'),
    async handle(visit, req, res) {
      const situation = await situationOf(tools, visit, leaseIdOf(req));
      const values = { deliveredOn: situation.todayOn };
      sendPage(res, <DeliveryPage {...{ visit, situation, values }} problems={[]} />);
    },
  },
  {
    method: 'post',
    path: actionRoute('deliver'),
    async handle(visit, req, res) {
      const leaseId = leaseIdOf(req);
      const { caller, requestId, language } = visit;
      const fields = fieldsOf(req);
      const asking = { caller, requestId, path: { leaseId }, body: deliveryBody(fields) };
      await answerForm(res, await askOnce(tools, 'submitDeliveryConfirmations', asking), {
        language,
        fieldNames: namedAs(labelsOf(language)),
        done: () => leasePath(leaseId, 'delivery'),
        again: async ({ problems }) => {
          const situation = await situationOf(tools, visit, leaseId);
          const values = Object.fromEntries(FIELDS.map((name) => [name, fields.text(name)]));
          return <DeliveryPage {...{ visit, situation, values, problems }} />;
        },
      });
    },
  },
];

const labelsOf = (language: Language) =>
  Object.fromEntries(FIELDS.map((name) => [name, DELIVERY_WORDS[language][name]]));

/** No lines: a store confirms the whole order. */
const deliveryBody = (fields: FormFields) =>
  filled({
    deliveredOn: typedDate(fields.text('deliveredOn')),
    carrier: typedText(fields.text('carrier')),
    trackingNumber: typedText(fields.text('trackingNumber')),
  });
