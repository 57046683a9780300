import type { RawLine } from './raw-file';

/** Characters `first` to `last` of a record, 1-based and inclusive, as the rules of Nacha count them. */
export const cut = ({ text }: RawLine, first: number, last: number): string => text.slice(first - 1, last);

/** True when nothing but spaces stands there, or the line ends before. */
export function isBlank({ text }: RawLine, first: number, last: number): boolean {
  for (let at = first - 1; at < last && at < text.length; at += 1) if (text[at] !== ' ') return false;
  return true;
}

const ZERO = 48;

/** The number that stands there; `NaN`, which equals nothing, when any character is no digit. */
export function numberAt({ text }: RawLine, first: number, last: number): number {
  let number = 0;
  for (let at = first - 1; at < last; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}
