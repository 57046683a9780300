import type { FieldProblem } from '../../pages/form';
import type { Language } from '../../pages/language';

/** Length is what protects a password; rules of composition only make people write them down (NIST SP 800-63B). */
const LENGTH_MIN = 12;
/** Longer ones are no safer, and cost us time to hash. */
export const LENGTH_MAX = 200;

interface PasswordWords {
  next: string;
  repeated: string;
  hint: string;
  tooShort: string;
  tooLong: string;
  isName: string;
  tooPlain: string;
  differs: string;
}

export const PASSWORD_WORDS: Readonly<Record<Language, PasswordWords>> = {
  en: {
    next: 'New password',
    repeated: 'New password once more',
    hint: `At least ${LENGTH_MIN} characters. Several words in a row are good; your username is not.`,
    tooShort: `The password needs at least ${LENGTH_MIN} characters.`,
    tooLong: `The password may have at most ${LENGTH_MAX} characters.`,
    isName: 'The password must not contain your username.',
    tooPlain: 'The password repeats the same few characters. Please choose another one.',
    differs: 'The two new passwords are not the same.',
  },
  es: {
    next: 'Contraseña nueva',
    repeated: 'Contraseña nueva, otra vez',
    hint: `Al menos ${LENGTH_MIN} caracteres. Sirven varias palabras seguidas; su nombre de usuario, no.`,
    tooShort: `La contraseña necesita al menos ${LENGTH_MIN} caracteres.`,
    tooLong: `La contraseña puede tener como máximo ${LENGTH_MAX} caracteres.`,
    isName: 'La contraseña no debe contener su nombre de usuario.',
    tooPlain: 'La contraseña repite los mismos pocos caracteres. Elija otra.',
    differs: 'Las dos contraseñas nuevas no son iguales.',
  },
};

const DIFFERENT_MIN = 5;

/** What is wrong with a new password, beside its field. */
export function passwordProblems(
  { username, next, repeated }: { username: string; next: string; repeated: string },
  language: Language,
): FieldProblem[] {
  const words = PASSWORD_WORDS[language];
  const length = [...next].length;
  const about = (text: string): FieldProblem[] => [{ field: 'next', text }];
  if (length < LENGTH_MIN) return about(words.tooShort);
  if (length > LENGTH_MAX) return about(words.tooLong);
  if (next.toLowerCase().includes(username.toLowerCase())) return about(words.isName);
  if (new Set(next).size < DIFFERENT_MIN) return about(words.tooPlain);
  return next === repeated ? [] : [{ field: 'repeated', text: words.differs }];
}
