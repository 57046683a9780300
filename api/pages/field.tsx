import type { ComponentChildren } from 'preact';
import { describedBy, FieldError, type FieldProblem } from './form';

interface Labelled {
  name: string;
  label: string;
  hint?: string | undefined;
  problems?: readonly FieldProblem[] | undefined;
}

interface FieldProps extends Labelled {
  type?: 'text' | 'password' | 'date' | 'email' | 'tel' | 'search' | 'file' | 'number';
  value?: string;
  isRequired?: boolean;
  autocomplete?: string;
  inputMode?: 'numeric' | 'decimal' | 'text';
  maxLength?: number;
  min?: string;
  max?: string;
  accept?: string;
}

/** One line to fill in, with its label, what helps and what is wrong. */
export function Field({ name, label, hint, problems, type = 'text', value, isRequired = false, ...rest }: FieldProps) {
  const { autocomplete = 'off', inputMode, maxLength, min, max, accept } = rest;
  return (
    <Row name={name} label={label} hint={hint} problems={problems}>
      <input
        {...describedBy(name, hint !== undefined, problems)}
        {...{ type, value, inputMode, maxLength, min, max, accept }}
        autocomplete={autocomplete}
        required={isRequired}
      />
    </Row>
  );
}

interface Option {
  value: string;
  text: string;
}

interface SelectProps extends Labelled {
  options: readonly Option[];
  value?: string;
  isRequired?: boolean;
}

export function Select({ name, label, hint, problems, options, value, isRequired = false }: SelectProps) {
  return (
    <Row name={name} label={label} hint={hint} problems={problems}>
      <select {...describedBy(name, hint !== undefined, problems)} required={isRequired}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </Row>
  );
}

interface ChoicesProps extends Omit<Labelled, 'label'> {
  legend: string;
  kind: 'radio' | 'checkbox';
  options: readonly (Option & { hint?: string })[];
  chosen?: readonly string[];
  isRequired?: boolean;
}

/** One or some of a few, all to be seen at once. */
export function Choices({ name, legend, hint, problems, kind, options, chosen = [], isRequired }: ChoicesProps) {
  const { id, name: _, ...description } = describedBy(name, hint !== undefined, problems);
  return (
    <fieldset class="field" id={id} tabIndex={-1} {...description}>
      <legend>{legend}</legend>
      <Hint name={name} text={hint} />
      <FieldError name={name} problems={problems} />
      {options.map(({ value, text, hint: more }) => (
        <label key={value} class="choice">
          <input
            type={kind}
            name={name}
            value={value}
            checked={chosen.includes(value)}
            required={kind === 'radio' && isRequired === true}
          />
          <span>
            {text}
            {more === undefined ? null : <small>{more}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Row({ name, label, hint, problems, children }: Labelled & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={`field-${name}`}>{label}</label>
      <Hint name={name} text={hint} />
      <FieldError name={name} problems={problems} />
      {children}
    </div>
  );
}

function Hint({ name, text }: { name: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class="hint" id={`hint-${name}`}>
      {text}
    </p>
  );
}
