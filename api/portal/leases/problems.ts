import type { FieldError } from '../../../domain/errors';
import type { FieldProblem } from '../../pages/form';
import type { Language } from '../../pages/language';
import type { Asked } from './ask';
import { problemText } from './problem-words';
import { refusalText } from './refusal-words';

/** What a form is shown again with. */
export interface Trouble {
  status: number;
  problems: readonly FieldProblem[];
}

/** A field of the form. */
export interface NamedField {
  name: string;
  label: string;
}

/** The field in which a value of the API's body was typed, by the path of the value: `lines.0.quantity`. */
export type FieldNames = (path: string) => NamedField | undefined;

/** @returns undefined where nothing was wrong */
export function troubleOf(asked: Asked, fieldNames: FieldNames, language: Language): Trouble | undefined {
  switch (asked.outcome) {
    case 'done':
    case 'pending':
      return undefined;
    case 'refused':
      return { status: asked.status, problems: [{ text: refusalText(asked.code, language) }] };
    case 'invalid':
      return { status: asked.status, problems: asked.errors.map((error) => fieldProblem(error, fieldNames, language)) };
  }
}

function fieldProblem({ pointer, code }: FieldError, fieldNames: FieldNames, language: Language): FieldProblem {
  // RFC 6901 backwards, for names that hold neither `~` nor `/`.
  const field = fieldNames(pointer.slice(1).replaceAll('/', '.'));
  const text = problemText(code, language);
  return field ? { field: field.name, text: `${field.label}: ${text}` } : { text };
}

/** Fields that are named like the values they hold. */
export function namedAs(labels: Readonly<Record<string, string>>): FieldNames {
  return (path) => {
    const label = Object.hasOwn(labels, path) ? labels[path] : undefined;
    return label === undefined ? undefined : { name: path, label };
  };
}

/** What a form lacks before the API is asked at all. */
export const lacking = (path: string, code: string): Asked => ({
  outcome: 'invalid',
  status: 400,
  errors: [{ pointer: `/${path}`, code, detail: '' }],
});
