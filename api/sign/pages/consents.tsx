import type { ConsentId } from '../../../domain/agreement/agreement-words';
import { describedBy, FieldError, type FieldProblem } from '../../pages/form';
import type { ShownAgreement } from '../agreement-shape';
import type { FrameMessage } from '../embedding';
import type { SignWords } from '../words';

/** Said to the page around ours when the box is ticked; the signature has words of its own. */
const SAID: Partial<Record<ConsentId, FrameMessage>> = {
  initialPayment: 'Consent: Initial Payment',
  recurringPayment: 'Consent: Recurring Payment',
};

interface ConsentsProps {
  consents: ShownAgreement['consents'];
  words: SignWords['form'];
  problems: readonly FieldProblem[];
  /** those the customer has ticked in this very form, before it came back for something else */
  given: readonly ConsentId[];
}

/** Each consent is a box of its own that nobody ticks but the customer (domain.md 3.7). */
export function Consents({ consents, words, problems, given }: ConsentsProps) {
  return (
    <fieldset class="field">
      <legend>{words.consents}</legend>
      <p class="hint">{words.consentsHint}</p>
      {consents.map(({ id, required, text }) => (
        <div key={id} class="consent">
          <FieldError name={id} problems={problems} />
          <label class="choice">
            <input
              {...describedBy(id, id === 'recurringPayment', problems)}
              type="checkbox"
              value="yes"
              required={required}
              checked={given.includes(id)}
              data-tells={SAID[id]}
            />
            <span>
              <strong>
                {words.consent[id]}
                {required ? ` (${words.required})` : ''}
              </strong>
              <br />
              {text}
            </span>
          </label>
          {id === 'recurringPayment' ? (
            <p class="hint" id={`hint-${id}`}>
              {words.autopayHint}
            </p>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
