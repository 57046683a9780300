import { Field } from '../../../pages/field';
import { Form, type FieldProblem } from '../../../pages/form';
import type { Visit } from '../../visit';
import { ActionPage } from '../action-page';
import { OrderList } from '../order-list';
import { actionPath } from '../paths';
import type { Situation } from '../situation';
import { DELIVERY_WORDS } from './words';

export interface DeliveryPageProps {
  visit: Visit;
  situation: Situation;
  /** what stands in the fields, by their names */
  values: Readonly<Record<string, string>>;
  problems: readonly FieldProblem[];
}

export function DeliveryPage({ visit, situation, values, problems }: DeliveryPageProps) {
  const { language, csrfToken } = visit;
  const { lease, desk } = situation;
  const words = DELIVERY_WORDS[language];
  const field = (name: string) => ({ name, value: values[name] ?? '', problems });
  return (
    <ActionPage visit={visit} situation={situation} action="deliver" title={words.title} problems={problems}>
      <p>{words.explanation}</p>
      <OrderList lines={desk.lines} language={language} />
      <Form action={actionPath(lease.leaseId, 'deliver')} {...{ csrfToken, language, problems }}>
        <Field
          {...field('deliveredOn')}
          type="date"
          label={words.deliveredOn}
          hint={words.deliveredOnHint}
          isRequired
        />
        <Field {...field('carrier')} label={words.carrier} hint={words.carrierHint} maxLength={60} />
        <Field {...field('trackingNumber')} label={words.trackingNumber} maxLength={64} />
        <button type="submit" class="main">
          {words.confirm}
        </button>
      </Form>
    </ActionPage>
  );
}
