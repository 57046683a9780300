import { ITEM_CATEGORIES, type ItemCategory } from '../../../../domain/invoice';
import { NEVER_LEASABLE } from '../../../../domain/lease-policy';
import { NOT_SERVED_STATES, US_STATES } from '../../../../domain/states';
import { Field, Select } from '../../../pages/field';
import { type FieldProblem, Form } from '../../../pages/form';
import { money } from '../../../pages/formatting';
import { Notice } from '../../../pages/notice';
import type { Visit } from '../../visit';
import { ActionPage } from '../action-page';
import { actionPath } from '../paths';
import type { Situation } from '../situation';
import { DELIVERY_STATE, INVOICE_NUMBER, lineField, MORE, rowCountOf, ROWS, type Values } from './body';
import { ORDER_WORDS } from './words';

const NEVER: readonly ItemCategory[] = NEVER_LEASABLE;
const CATEGORIES = ITEM_CATEGORIES.filter((category) => !NEVER.includes(category));

export interface OrderPageProps {
  visit: Visit;
  situation: Situation;
  values: Values;
  problems: readonly FieldProblem[];
}

export function OrderPage({ visit, situation, values, problems }: OrderPageProps) {
  const { language, csrfToken } = visit;
  const { lease } = situation;
  const words = ORDER_WORDS[language];
  const rows = rowCountOf(values);
  const states = US_STATES.filter((state) => !NOT_SERVED_STATES.includes(state));
  const options = [
    { value: '', text: words.customersState },
    ...states.map((state) => ({ value: state, text: state })),
  ];
  const field = (name: string) => ({ name, value: values[name] ?? '', problems });
  return (
    <ActionPage {...{ visit, situation, problems }} action="enter_order" title={words.title}>
      <p>{words.explanation}</p>
      {lease.status === 'contracts' ? <Notice kind="plain">{words.replaces}</Notice> : null}
      {lease.approvalLimitCents === null ? null : (
        <p>
          {words.limit} <strong>{money(lease.approvalLimitCents)}</strong>
        </p>
      )}
      <Form action={actionPath(lease.leaseId, 'enter_order')} {...{ csrfToken, language, problems }}>
        <input type="hidden" name={ROWS} value={rows} />
        <Field {...field(INVOICE_NUMBER)} label={words.invoiceNumber} maxLength={35} />
        <Select {...field(DELIVERY_STATE)} label={words.deliveryState} options={options} />
        {Array.from({ length: rows }, (_, row) => (
          <LineFields key={row} {...{ visit, values, problems, row }} />
        ))}
        <div class="actions">
          <button type="submit" class="main">
            {words.submit}
          </button>
          <button type="submit" name={MORE} value="yes">
            {words.moreLines}
          </button>
        </div>
      </Form>
    </ActionPage>
  );
}

type LineFieldsProps = Pick<OrderPageProps, 'visit' | 'values' | 'problems'> & { row: number };

/** Nothing in a row is required by the browser: rows may stay empty. */
function LineFields({ visit: { language }, values, problems, row }: LineFieldsProps) {
  const words = ORDER_WORDS[language];
  const field = (name: Parameters<typeof lineField>[1]) => {
    const fullName = lineField(row, name);
    return { name: fullName, value: values[fullName] ?? '', problems };
  };
  const options = CATEGORIES.map((category) => ({ value: category, text: words.categories[category] }));
  return (
    <fieldset class="panel">
      <legend>{words.line(row + 1)}</legend>
      <Field {...field('description')} label={words.description} maxLength={200} />
      <Field {...field('sku')} label={words.sku} maxLength={64} />
      <Select {...field('category')} label={words.category} options={options} />
      <Field {...field('quantity')} label={words.quantity} inputMode="numeric" maxLength={4} />
      <Field {...field('price')} label={words.priceEach} hint={words.priceHint} inputMode="decimal" maxLength={16} />
    </fieldset>
  );
}
