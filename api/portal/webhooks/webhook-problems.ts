import { LeaseError } from '../../../domain/errors';
import type { FieldProblem } from '../../pages/form';
import type { Language } from '../../pages/language';
import { WEBHOOK_WORDS } from './webhook-words';

/** What was refused, in the words of who typed it; whatever is no answer to the form is thrown on. */
export function webhookProblems(error: unknown, language: Language): FieldProblem[] {
  if (!(error instanceof LeaseError)) throw error;
  const words = WEBHOOK_WORDS[language];
  switch (error.code) {
    case 'VALIDATION_FAILED':
      return (error.extra.errors ?? []).map(({ pointer }) => fieldProblem(pointer, language));
    case 'WEBHOOK_ENDPOINTS_EXCEEDED':
      return [{ text: words.tooMany }];
    case 'ILLEGAL_TRANSITION':
      return [{ text: words.notWhileOff }];
    default:
      throw error;
  }
}

function fieldProblem(pointer: string, language: Language): FieldProblem {
  const words = WEBHOOK_WORDS[language];
  const [, field = ''] = pointer.split('/');
  if (field === 'eventTypes') return { field, text: words.typesMissing };
  if (field === 'description') return { field, text: words.descriptionTooLong };
  return { field: 'url', text: words.urlRefused };
}
