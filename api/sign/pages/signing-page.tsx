import type { ConsentId } from '../../../domain/agreement/agreement-words';
import { Field } from '../../pages/field';
import { type FieldProblem, Form } from '../../pages/form';
import { money } from '../../pages/formatting';
import { Notice } from '../../pages/notice';
import { Page } from '../../pages/page';
import type { ShownAgreement } from '../agreement-shape';
import type { CardEntry } from '../card-entry';
import type { FrameMessage } from '../embedding';
import { type FormAlert, SIGN_WORDS } from '../words';
import { AgreementText } from './agreement';
import { Card } from './card';
import { Consents } from './consents';
import { Embedding } from './embedding';

/** What of a form that was sent is shown again. Never a consent that was not given in it. */
export interface FormState {
  problems: readonly FieldProblem[];
  signedName: string;
  given: readonly ConsentId[];
}

export interface SigningPageProps {
  agreement: ShownAgreement;
  timeZone: string;
  action: string;
  ticket: string;
  card: CardEntry;
  attemptsLeft: number;
  alert?: FormAlert | undefined;
  form: FormState;
  frameAncestors: readonly string[];
  says: readonly FrameMessage[];
}

/** The agreement, and below it what signs it. Everything on one page: who signs has had all of it in front of them. */
export function SigningPage({
  agreement,
  timeZone,
  alert,
  attemptsLeft,
  frameAncestors,
  says,
  ...rest
}: SigningPageProps) {
  const words = SIGN_WORDS[agreement.language];
  return (
    <Page language={agreement.language} title={agreement.title} site="Ownward" scripts={['page.js', 'sign.js']}>
      {alert === undefined ? null : (
        <Notice kind="bad">
          <h2>{words.alerts[alert].title}</h2>
          <p>{words.alerts[alert].text}</p>
          {isAboutCard(alert) ? <p>{words.attemptsLeft(attemptsLeft)}</p> : null}
        </Notice>
      )}
      <p>
        {words.intro} <a href="#sign">{words.toForm}</a>
      </p>
      <AgreementText agreement={agreement} labels={words.agreement} timeZone={timeZone} />
      <SignForm agreement={agreement} {...rest} />
      <Embedding frameAncestors={frameAncestors} says={says} />
    </Page>
  );
}

const isAboutCard = (alert: FormAlert): boolean => alert === 'cardDeclined' || alert === 'cardTypeRefused';

type SignFormProps = Pick<SigningPageProps, 'agreement' | 'action' | 'ticket' | 'card' | 'form'>;

function SignForm({ agreement, action, ticket, card, form }: SignFormProps) {
  const { language, amounts } = agreement;
  const words = SIGN_WORDS[language].form;
  const { problems, signedName, given } = form;
  const initialPayment = money(amounts.initialPaymentCents);
  return (
    <section aria-labelledby="sign">
      <h2 id="sign">{words.heading}</h2>
      <Form action={action} csrfToken={ticket} language={language} problems={problems} class="sign">
        <input type="hidden" name="agreementSha256" value={agreement.agreementSha256} />
        <Consents consents={agreement.consents} words={words} problems={problems} given={given} />
        <Card entry={card} language={language} words={words} problems={problems} />
        <Field
          name="signedName"
          label={words.signedName}
          hint={words.signedNameHint}
          problems={problems}
          value={signedName}
          autocomplete="name"
          isRequired
        />
        <p>
          <strong>{words.beside(initialPayment, money(amounts.totalToOwnCents))}</strong>
        </p>
        <button type="submit" class="main">
          {words.submit(initialPayment)}
        </button>
      </Form>
    </section>
  );
}
