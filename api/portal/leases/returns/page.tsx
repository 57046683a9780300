import type { ReturnAction } from '../../../../domain/returns/requested-lines';
import { Choices, Field } from '../../../pages/field';
import { type FieldProblem, Form } from '../../../pages/form';
import { money } from '../../../pages/formatting';
import { Notice } from '../../../pages/notice';
import type { Visit } from '../../visit';
import { ActionPage } from '../action-page';
import type { DeskAction } from '../actions';
import type { DeskLine } from '../desk-port';
import { OrderList } from '../order-list';
import { actionPath } from '../paths';
import type { Situation } from '../situation';
import { amountField, quantityField, SCOPE } from './body';
import { RETURN_WORDS } from './words';

export const DESK_ACTION: Readonly<Record<ReturnAction, DeskAction>> = {
  return: 'return',
  price_adjustment: 'lower_price',
};

export interface ReturnPageProps {
  visit: Visit;
  situation: Situation;
  action: ReturnAction;
  problems: readonly FieldProblem[];
}

/** First the authorization: who may not return anything need not fill in a form. */
export function AuthorizationPage({ visit, situation, action, problems }: ReturnPageProps) {
  const { language, csrfToken } = visit;
  const words = RETURN_WORDS[language];
  const { title, explanation } = words.byAction[action];
  const deskAction = DESK_ACTION[action];
  const { lease, desk } = situation;
  return (
    <ActionPage {...{ visit, situation, title, problems }} action={deskAction}>
      <p>{explanation}</p>
      <OrderList lines={desk.lines} language={language} />
      <Form action={`${actionPath(lease.leaseId, deskAction)}/form`} {...{ csrfToken, language, problems }}>
        <button type="submit" class="main">
          {words.authorize}
        </button>
      </Form>
    </ActionPage>
  );
}

interface ReturnFormPageProps extends ReturnPageProps {
  /** what stands in the fields, by their names; `authorizationCode` among them */
  values: Readonly<Record<string, string>>;
}

/** Then what came back, or became cheaper. */
export function ReturnFormPage({ visit, situation, action, problems, values }: ReturnFormPageProps) {
  const { language, csrfToken } = visit;
  const words = RETURN_WORDS[language];
  const { title, returnedOn, submit } = words.byAction[action];
  const deskAction = DESK_ACTION[action];
  const { lease, desk } = situation;
  const field = (name: string) => ({ name, value: values[name] ?? '', problems });
  return (
    <ActionPage {...{ visit, situation, title, problems }} action={deskAction}>
      <Notice kind="good">{words.authorized}</Notice>
      <Form action={actionPath(lease.leaseId, deskAction)} {...{ csrfToken, language, problems }}>
        <input type="hidden" name="authorizationCode" value={values['authorizationCode'] ?? ''} />
        <Field {...field('returnedOn')} type="date" label={returnedOn} isRequired />
        {action === 'return' ? <Scope {...{ visit, values, problems }} /> : null}
        {desk.lines.map((line) => (
          <LineFields key={line.lineNumber} {...{ visit, action, values, problems, line }} />
        ))}
        <Field
          {...field('creditInvoiceNumber')}
          label={words.creditInvoiceNumber}
          hint={words.creditInvoiceHint}
          maxLength={35}
        />
        <button type="submit" class="main">
          {submit}
        </button>
      </Form>
    </ActionPage>
  );
}

type Filled = Pick<ReturnFormPageProps, 'visit' | 'values' | 'problems'>;

function Scope({ visit: { language }, values, problems }: Filled) {
  const words = RETURN_WORDS[language];
  const options = [
    { value: 'all', text: words.everything },
    { value: 'lines', text: words.someLines },
  ];
  const chosen = [values[SCOPE] ?? ''];
  return <Choices kind="radio" name={SCOPE} legend={words.scope} {...{ options, chosen, problems }} isRequired />;
}

type LineFieldsProps = Filled & Pick<ReturnFormPageProps, 'action'> & { line: DeskLine };

/** The fields of one line; one that is used up has none. */
function LineFields({ visit: { language }, action, values, problems, line }: LineFieldsProps) {
  const { lineNumber, description, leftQuantity, leftCents } = line;
  if (leftCents <= 0) return null;
  const words = RETURN_WORDS[language];
  const { amount, amountHint } = words.byAction[action];
  const field = (name: string) => ({ name, value: values[name] ?? '', problems });
  return (
    <fieldset class="panel">
      <legend>
        {lineNumber}. {description}
      </legend>
      <p class="hint">{words.left(leftQuantity, money(leftCents))}</p>
      {action === 'return' ? (
        <Field {...field(quantityField(lineNumber))} label={words.quantity} inputMode="numeric" maxLength={4} />
      ) : null}
      <Field {...field(amountField(lineNumber))} label={amount} hint={amountHint} inputMode="decimal" maxLength={16} />
    </fieldset>
  );
}
