import type { Language } from '../../pages/language';

/** What can be wrong with a field, by the codes of the API (`errors[].code`). */
const ENGLISH = {
  required: 'please fill this in',
  wrong_type: 'please enter a number',
  too_small: 'this is too little or too short',
  too_big: 'this is too much or too long',
  wrong_format: 'please check how this is written',
  not_allowed: 'please choose one of the options',
  under_age: 'must be 18 years or older',
  stale: 'must be within the last 35 days',
  before_last: 'must not be before the last payday',
  too_far: 'must be within two months of the last payday',
  check_digit: 'please check this number, it is not a valid routing number',
  card_number: 'please do not enter a card number here',
  unknown: 'we do not know this one',
  no_lines: 'enter at least one item',
} as const;

type ProblemCode = keyof typeof ENGLISH;

const SPANISH: Readonly<Record<ProblemCode, string>> = {
  required: 'complete este dato',
  wrong_type: 'escriba un número',
  too_small: 'es muy poco o muy corto',
  too_big: 'es demasiado o muy largo',
  wrong_format: 'revise cómo está escrito',
  not_allowed: 'elija una de las opciones',
  under_age: 'debe tener 18 años o más',
  stale: 'debe estar dentro de los últimos 35 días',
  before_last: 'no puede ser anterior al último día de pago',
  too_far: 'debe estar dentro de los dos meses siguientes al último día de pago',
  check_digit: 'revise este número; no es un número de ruta bancaria válido',
  card_number: 'no escriba aquí un número de tarjeta',
  unknown: 'no lo conocemos',
  no_lines: 'escriba al menos un artículo',
};

const WORDS: Readonly<Record<Language, Readonly<Record<ProblemCode, string>>>> = { en: ENGLISH, es: SPANISH };

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(ENGLISH, code);

/** A code that has no words of its own is one of writing. */
export function problemText(code: string, language: Language): string {
  return WORDS[language][isKnown(code) ? code : 'wrong_format'];
}
