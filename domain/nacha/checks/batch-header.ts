import { isBankingDay as isFederalReserveDay } from '../../banking-calendar';
import { addDays, calendarDate } from '../../calendar-date';
import { unless, type Check } from './check';
import type { AchContext } from './context';
import { dateOf } from './file-header';
import { cut } from './fields';
import type { RawBatch, RawFile, RawLine } from './raw-file';

const headersOf = ({ batches }: RawFile): RawLine[] => batches.map(({ header }) => header);

/** The last digit of a transaction code: 1-4 credits, 5-9 debits. */
const isCredit = (entry: RawLine): boolean => cut(entry, 3, 3) < '5';

export const serviceClassMatches: Check = ({ batches }, { direction }) =>
  batches.flatMap((batch) =>
    unless('V7', [batch.header], () => isOfClass(batch, direction), 'service class, entries and purpose differ'),
  );

function isOfClass({ header, entries }: RawBatch, direction: AchContext['direction']): boolean {
  const only = { 220: 'credits', 225: 'debits', 200: 'mixed' }[cut(header, 2, 4)];
  if (only === undefined || (direction !== 'mixed' && only !== direction)) return false;
  return only === 'mixed' || entries.every((entry) => isCredit(entry) === (only === 'credits'));
}

/** Where the control repeats the header: service class, company, originating bank with batch number. */
const REPEATED = [
  [2, 4, 2, 4],
  [41, 50, 45, 54],
  [80, 94, 80, 94],
] as const;

export const controlRepeatsHeader: Check = ({ batches }) =>
  batches.flatMap(({ header, control }) =>
    unless(
      'V8',
      [control],
      () => REPEATED.every(([from, to, at, end]) => cut(header, from, to) === cut(control, at, end)),
      'batch control differs from its header',
    ),
  );

export const batchNumbersAscend: Check = (file) => {
  const numbers = headersOf(file).map((header) => cut(header, 88, 94));
  return unless(
    'V9',
    headersOf(file),
    (_header, at) => /^\d{7}$/.test(numbers[at] ?? '') && (numbers[at] ?? '') > (numbers[at - 1] ?? '0000000'),
    'batch number does not ascend',
  );
};

export const entryClassIsAgreed: Check = (file, { entryClasses }) =>
  unless('V10', headersOf(file), (line) => entryClasses.includes(cut(line, 51, 53)), 'entry class was not agreed on');

const RESERVED = ['REVERSAL', 'RECLAIM', 'NONSETTLED', 'RETRY PYMT', 'RETURN FEE'];

export const companyIsNamed: Check = (file, { meantDescriptions = [] }) =>
  unless(
    'V11',
    headersOf(file),
    (line) => {
      const [name, id, description] = [cut(line, 5, 20).trim(), cut(line, 41, 50).trim(), cut(line, 54, 63).trim()];
      const isMeant = !RESERVED.includes(description) || meantDescriptions.includes(description);
      return name !== '' && id !== '' && description !== '' && isMeant;
    },
    'company name, identification or entry description is blank, or the description is reserved',
  );

/** No two banking days lie further apart, so that counting them ends. */
const FURTHEST_DAYS = 14;

export const effectiveDateIsInWindow: Check = (file, context) =>
  unless('V12', headersOf(file), (line) => isInWindow(line, context), 'effective entry date is outside the window');

/** Credits settle today or one or two banking days on, debits today or the next banking day (domain.md 5.3). */
function isInWindow(header: RawLine, { today, isBankingDay }: AchContext): boolean {
  const effectiveOn = dateOf(cut(header, 70, 75));
  if (effectiveOn < today || effectiveOn > addDays(today, FURTHEST_DAYS)) return false;
  const isOpen = isBankingDay ?? isFederalReserveDay;
  let bankingDays = 0;
  for (let day = today; day < effectiveOn;) {
    day = addDays(day, 1);
    if (isOpen(day)) bankingDays += 1;
  }
  return isOpen(calendarDate(effectiveOn)) && bankingDays <= (cut(header, 2, 4) === '220' ? 2 : 1);
}

export const settlementIsLeftBlank: Check = (file) =>
  unless('V13', headersOf(file), (line) => cut(line, 76, 78) === '   ', 'settlement date belongs to the operator');

export const originatorIsABank: Check = (file) =>
  unless('V14', headersOf(file), (line) => cut(line, 79, 79) === '1', 'originator status is not 1');
