import type { Check } from './check';
import { unless } from './check';

const RECORD = /^[ -~]{94}$/;
const NINES = /^9{94}$/;

/** Which record types may stand right after which; `''` is the start of the file. */
const FOLLOWERS: Readonly<Record<string, string>> = { '': '1', 1: '5', 5: '6', 6: '678', 7: '678', 8: '59', 9: '9' };

export const everyLineIsARecord: Check = ({ lines }) =>
  unless('V1', lines, ({ text }) => RECORD.test(text), 'not 94 printable ASCII characters');

export const recordsAreInOrder: Check = ({ lines, control, padding }) => {
  const records = padding.length === 0 ? lines : lines.slice(0, -padding.length);
  const wrong = unless(
    'V2',
    records,
    ({ text }, at) => FOLLOWERS[records[at - 1]?.text.charAt(0) ?? '']?.includes(text.charAt(0) || '?') ?? false,
    'a record of another type must stand here',
  );
  return control.text === '' ? [...wrong, { check: 'V2', lineNumber: lines.length, detail: 'no file control' }] : wrong;
};

export const blocksAreFull: Check = ({ lines, control, padding }) => [
  ...unless(
    'V3',
    lines.slice(-1),
    () => lines.length % 10 === 0,
    `${lines.length} records are not whole blocks of ten`,
  ),
  ...unless('V3', padding, ({ text }) => NINES.test(text), 'padding is anything but nines'),
  ...unless('V3', [control], ({ text }) => !NINES.test(text), 'padding before the file control'),
];
