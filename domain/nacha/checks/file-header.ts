import { isCalendarDate } from '../../calendar-date';
import { hasCheckDigit } from '../routing-number';
import { unless, type Check } from './check';
import { cut } from './fields';

export const formatIsStandard: Check = ({ header }) =>
  unless('V4', [header], (line) => cut(line, 35, 40) === '094101', 'not record size 094, blocks of 10, format 1');

export const destinationIsARoutingNumber: Check = ({ header }) =>
  unless(
    'V5',
    [header],
    (line) => cut(line, 4, 4) === ' ' && hasCheckDigit(cut(line, 5, 13)),
    'immediate destination is not a space and a routing number with its check digit',
  );

export const createdToday: Check = ({ header }, { today }) =>
  unless(
    'V6',
    [header],
    (line) => dateOf(cut(line, 24, 29)) === today && /^(?:[01]\d|2[0-3])[0-5]\d$/.test(cut(line, 30, 33)),
    `not created at a time of ${today}`,
  );

export const fileIdModifierIsNew: Check = ({ header }, { usedFileIdModifiers }) =>
  unless(
    'V30',
    [header],
    (line) => /^[A-Z0-9]$/.test(cut(line, 34, 34)) && !usedFileIdModifiers.includes(cut(line, 34, 34)),
    'file ID modifier is not A-Z or 0-9, or was used today',
  );

/** The checks' own reading of `YYMMDD`. */
export function dateOf(text: string): string {
  const date = text.replace(/^(\d\d)(\d\d)(\d\d)$/, '20$1-$2-$3');
  return isCalendarDate(date) ? date : '';
}
