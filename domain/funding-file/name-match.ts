import { foldedName } from '../folded-name';

/** Not part of a surname, wherever they are written. `V` is left out: it is a name of its own too. */
const SUFFIXES: ReadonlySet<string> = new Set(['JR', 'SR', 'II', 'III', 'IV']);

/**
 * Whether the name in a file is this customer's: "Last, First" or "First Last"; the surname must match, all of it, and
 * nothing else must (domain.md 4.2): whom the store calls Bob may have applied as Robert.
 *
 * "Maria de la Cruz" does not say where the surname begins, but the customer's own does: it is the end of the name.
 */
export function namesMatch(inFile: string, customer: { lastName: string }): boolean {
  const surname = wordsOf(customer.lastName).join('');
  const [before = '', ...behind] = inFile.split(',');
  const family = wordsOf(before);
  const given = behind
    .map(wordsOf)
    .filter((words) => !isSuffix(words))
    .flat();
  if (family.length === 0) return false;

  // "Cruz, Maria de la": all that stands before the comma belongs to the surname, and perhaps more of it behind.
  const spoken = [...given, ...family];
  const shortest = given.length > 0 ? family.length : 1;
  return spoken.some((_, from) => spoken.length - from >= shortest && spoken.slice(from).join('') === surname);
}

/** Folded words, without a suffix at their end; one that stands alone may be somebody's name. */
function wordsOf(text: string): string[] {
  const words = text
    .split(/\s+/)
    .map(foldedName)
    .filter((word) => word !== '');
  return words.length > 1 && isSuffix(words.slice(-1)) ? words.slice(0, -1) : words;
}

function isSuffix(words: readonly string[]): boolean {
  return words.length === 1 && words.every((word) => SUFFIXES.has(word));
}
