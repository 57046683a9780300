import { PAY_FREQUENCIES } from '../../../../domain/program';
import { US_STATES } from '../../../../domain/states';
import { Field, Select } from '../../../pages/field';
import { describedBy, FieldError, type FieldProblem, Form } from '../../../pages/form';
import type { Language } from '../../../pages/language';
import { applyPath } from '../paths';
import { type ApplyField, type Consent, consentField, CONSENTS, isNeeded } from './fields';
import { CustomerPage } from './frame';
import { APPLY_WORDS } from './words';

export interface ApplyPageProps {
  token: string;
  csrfToken: string;
  store: string;
  language: Language;
  values: Readonly<Record<string, string>>;
  problems: readonly FieldProblem[];
}

type Shown = Pick<ApplyPageProps, 'language' | 'values' | 'problems'>;

/** The whole application on one page: what was typed lives nowhere but in it. */
export function ApplyPage({ token, csrfToken, store, ...shown }: ApplyPageProps) {
  const { language, problems } = shown;
  const words = APPLY_WORDS[language];
  return (
    <CustomerPage language={language} title={words.title} store={store}>
      <p>{words.explanation}</p>
      <Form action={applyPath(token, language)} {...{ csrfToken, language, problems }}>
        <Person {...shown} />
        <Address {...shown} />
        <Income {...shown} />
        <Bank {...shown} />
        <fieldset class="panel">
          <legend>{words.groups.consents}</legend>
          {CONSENTS.map((consent) => (
            <ConsentBox key={consent} consent={consent} {...shown} />
          ))}
        </fieldset>
        <button type="submit" class="main">
          {words.submit}
        </button>
      </Form>
    </CustomerPage>
  );
}

/** What every field of the form has: its words, what was typed, what is wrong, and no memory of the browser. */
const fieldOf =
  ({ language, values, problems }: Shown) =>
  (name: ApplyField) => {
    const { labels, hints } = APPLY_WORDS[language];
    const hint = hints[name];
    return { name, label: labels[name], ...(hint === undefined ? {} : { hint }), value: values[name] ?? '', problems };
  };

function Person(shown: Shown) {
  const field = fieldOf(shown);
  return (
    <fieldset class="panel">
      <legend>{APPLY_WORDS[shown.language].groups.person}</legend>
      <Field {...field('customer.firstName')} maxLength={60} isRequired />
      <Field {...field('customer.lastName')} maxLength={60} isRequired />
      <Field {...field('customer.ssn')} inputMode="numeric" maxLength={11} isRequired />
      <Field {...field('customer.dateOfBirth')} type="date" isRequired />
      <Field {...field('customer.email')} type="email" maxLength={254} isRequired />
      <Field {...field('customer.mobilePhone')} type="tel" maxLength={20} isRequired />
    </fieldset>
  );
}

function Address(shown: Shown) {
  const field = fieldOf(shown);
  const words = APPLY_WORDS[shown.language];
  const states = US_STATES.map((state) => ({ value: state, text: state }));
  return (
    <fieldset class="panel">
      <legend>{words.groups.address}</legend>
      <Field {...field('customer.address.line1')} maxLength={100} isRequired />
      <Field {...field('customer.address.line2')} maxLength={100} />
      <Field {...field('customer.address.city')} maxLength={60} isRequired />
      <Select
        {...field('customer.address.state')}
        options={[{ value: '', text: words.choose }, ...states]}
        isRequired
      />
      <Field {...field('customer.address.postalCode')} maxLength={10} isRequired />
    </fieldset>
  );
}

function Income(shown: Shown) {
  const field = fieldOf(shown);
  const words = APPLY_WORDS[shown.language];
  const frequencies = PAY_FREQUENCIES.map((value) => ({ value, text: words.frequencies[value] }));
  return (
    <fieldset class="panel">
      <legend>{words.groups.income}</legend>
      <Field {...field('income.monthlyIncomeCents')} inputMode="decimal" maxLength={16} isRequired />
      <Select
        {...field('income.payFrequency')}
        options={[{ value: '', text: words.choose }, ...frequencies]}
        isRequired
      />
      <Field {...field('income.lastPaidOn')} type="date" isRequired />
      <Field {...field('income.nextPaidOn')} type="date" isRequired />
    </fieldset>
  );
}

function Bank(shown: Shown) {
  const field = fieldOf(shown);
  const words = APPLY_WORDS[shown.language];
  const types = (['checking', 'savings'] as const).map((value) => ({ value, text: words.accountTypes[value] }));
  return (
    <fieldset class="panel">
      <legend>{words.groups.bank}</legend>
      <Field {...field('bankAccount.routingNumber')} inputMode="numeric" maxLength={11} isRequired />
      <Field {...field('bankAccount.accountNumber')} inputMode="numeric" maxLength={24} isRequired />
      <Select
        {...field('bankAccount.accountType')}
        options={[{ value: '', text: words.choose }, ...types]}
        isRequired
      />
    </fieldset>
  );
}

/** Each agreement by itself, and none ticked before the customer ticks it. */
function ConsentBox({ consent, language, values, problems }: Shown & { consent: Consent }) {
  const name = consentField(consent);
  return (
    <div class="field">
      <FieldError name={name} problems={problems} />
      <label class="choice">
        <input
          type="checkbox"
          value="yes"
          {...describedBy(name, false, problems)}
          checked={values[name] === 'yes'}
          required={isNeeded(consent)}
        />
        <span>{APPLY_WORDS[language].consents[consent].text}</span>
      </label>
    </div>
  );
}
