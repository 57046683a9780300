import { Choices } from '../../pages/field';
import { FieldError, type FieldProblem } from '../../pages/form';
import type { Language } from '../../pages/language';
import { type CardEntry, SANDBOX_CARDS } from '../card-entry';
import type { SignWords } from '../words';

interface CardProps {
  entry: CardEntry;
  language: Language;
  words: SignWords['form'];
  problems: readonly FieldProblem[];
}

export function Card({ entry, language, words, problems }: CardProps) {
  if (entry.kind === 'hosted') {
    return <HostedFields scriptUrl={entry.scriptUrl} language={language} words={words} problems={problems} />;
  }
  return (
    <Choices
      name="cardToken"
      legend={words.card}
      hint={`${words.cardHint} ${words.noCardNumber}`}
      problems={problems}
      kind="radio"
      options={SANDBOX_CARDS.map((value) => ({ value, text: words.sandboxCards[value] }))}
      isRequired
    />
  );
}

type HostedProps = Omit<CardProps, 'entry'> & { scriptUrl: string };

/** The contract with the processor's script: docs/INTEGRATIONS.md, "Card fields". */
function HostedFields({ scriptUrl, language, words, problems }: HostedProps) {
  return (
    <fieldset class="field" id="field-cardToken" tabIndex={-1}>
      <legend>{words.card}</legend>
      <p class="hint">{words.cardHint}</p>
      <FieldError name="cardToken" problems={problems} />
      <div data-card-fields lang={language} />
      <input type="hidden" name="cardToken" value="" />
      <noscript>
        <p class="field-error">{words.cardNeedsScript}</p>
      </noscript>
      <script src={scriptUrl} defer />
    </fieldset>
  );
}
