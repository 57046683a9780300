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

/** The label of a field by its name, which is the path of the value in the API's body: `lines.0.quantity`. */
export type Labels = (field: string) => string | undefined;

/** @returns undefined where nothing was wrong */
export function troubleOf(asked: Asked, labels: Labels, language: Language): Trouble | undefined {
  switch (asked.outcome) {
    case 'done':
    case 'pending':
      return undefined;
    case 'refused':
      return { status: asked.status, problems: [{ text: refusalText(asked.code, language) }] };
    case 'invalid':
      return { status: asked.status, problems: asked.errors.map((error) => fieldProblem(error, labels, language)) };
  }
}

/** RFC 6901 backwards, for names that hold neither `~` nor `/`. */
export const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');

function fieldProblem({ pointer, code }: FieldError, labels: Labels, language: Language): FieldProblem {
  const field = fieldOf(pointer);
  const label = labels(field);
  if (label === undefined) return { text: problemText(code, language) };
  return { field, text: `${label}: ${problemText(code, language)}` };
}
