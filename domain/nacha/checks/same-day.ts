import { unless, type Check } from './check';
import { cut } from './fields';

/** $1,000,000.00 in cents. A published example compares cents with 1,000,000 and stops at $10,000 (domain.md 5.3). */
const SAME_DAY_MAX_CENTS = 100_000_000;

/** The Federal Reserve's last deadline, Eastern time; the bank's own lies before it. */
const LAST_CUT_OFF = '1645';

export const sameDayIsAllowed: Check = ({ header, batches }, { sameDayCutOff = LAST_CUT_OFF }) => {
  const sameDay = batches.filter((batch) => cut(batch.header, 70, 75) === cut(header, 24, 29));
  const entries = sameDay.flatMap((batch) => batch.entries);
  return [
    ...unless(
      'V27',
      sameDay.map((batch) => batch.header),
      () => cut(header, 30, 33) <= sameDayCutOff,
      'after the last cut-off',
    ),
    ...unless('V27', entries, (entry) => Number(cut(entry, 30, 39)) <= SAME_DAY_MAX_CENTS, 'more than $1,000,000.00'),
  ];
};
