import { addBankingDays, nextBankingDay, onOrNextBankingDay, previousBankingDay } from '../banking-calendar';
import { addDays, type CalendarDate } from '../calendar-date';

/** A returned debit is presented again this many banking days after its return (api.md "returned debits"). */
export const RETRY_AFTER_BANKING_DAYS = 3;
/** Nacha: no more than two re-presentments, within 180 days of the first presentment (domain.md 3.8). */
export const RETRIES_MAX = 2;
export const RETRY_WITHIN_DAYS = 180;
/** Only for want of money is a debit presented again as it was: insufficient (R01) and uncollected funds (R09). */
export const RETRIED_CODES = ['R01', 'R09'] as const;
/** A customer hears of a late fee this long before it is debited (Reg E, domain.md 3.7). */
export const FEE_NOTICE_DAYS = 10;
/** A customer hears of a debit this many banking days before it settles. */
export const REMINDER_BANKING_DAYS = 3;

/** What the banking calendar says of one run's day, so that SQL only compares dates. */
export interface CollectionDay {
  businessOn: CalendarDate;
  /** when what is filed today settles; a payment is debited today when it is owed by then */
  effectiveOn: CalendarDate;
  /** a debit that came back by this day is presented again today */
  retryReturnedThroughOn: CalendarDate;
  /** a first presentment before this day is too old for another try */
  retryFirstFromOn: CalendarDate;
  /** a late fee assessed by this day has been known long enough to be debited today */
  feeAssessedThroughOn: CalendarDate;
  /** a debit owed by this day is announced today */
  remindThroughOn: CalendarDate;
  /** the days on which the announced debits settle, ascending, beginning with `effectiveOn` */
  debitDays: readonly CalendarDate[];
}

/**
 * The dates of the collection run of a banking day.
 *
 * @param businessOn a banking day
 * @throws LeaseError NOT_A_BANKING_DAY outside 2020-2100
 */
export function collectionDay(businessOn: CalendarDate): CollectionDay {
  const effectiveOn = nextBankingDay(businessOn);
  const remindThroughOn = addBankingDays(businessOn, REMINDER_BANKING_DAYS);
  return {
    businessOn,
    effectiveOn,
    retryReturnedThroughOn: latestReturnFor(effectiveOn),
    retryFirstFromOn: addDays(effectiveOn, -RETRY_WITHIN_DAYS),
    feeAssessedThroughOn: addDays(effectiveOn, -FEE_NOTICE_DAYS),
    remindThroughOn,
    debitDays: bankingDays(effectiveOn, remindThroughOn),
  };
}

/**
 * When a payment is debited: on its due date or, where the banks are closed, the next day they are open, never earlier
 * (domain.md 3.2); and not before the day a changed amount was announced for.
 */
export function debitOn(dueOn: CalendarDate, notBeforeOn: CalendarDate | null = null): CalendarDate {
  return onOrNextBankingDay(owedOn(dueOn, notBeforeOn));
}

/** The run that files that debit: of the banking day before it. */
export function filedOn(dueOn: CalendarDate, notBeforeOn: CalendarDate | null = null): CalendarDate {
  return previousBankingDay(debitOn(dueOn, notBeforeOn));
}

/** Whether a run files it, if no earlier one has: the rule that SQL repeats over all payments at once. */
export function isDueForDebit(
  { dueOn, notBeforeOn = null }: { dueOn: CalendarDate; notBeforeOn?: CalendarDate | null },
  { effectiveOn }: CollectionDay,
): boolean {
  return owedOn(dueOn, notBeforeOn) <= effectiveOn;
}

/** The day a payment counts from, for its debit and for being late: later than `dueOn` after a changed amount. */
export function owedOn(dueOn: CalendarDate, notBeforeOn: CalendarDate | null): CalendarDate {
  return notBeforeOn !== null && notBeforeOn > dueOn ? notBeforeOn : dueOn;
}

/** The last day of a return whose new debit may settle on `effectiveOn`: returns of a weekend count with the Friday. */
function latestReturnFor(effectiveOn: CalendarDate): CalendarDate {
  let day = effectiveOn;
  for (let passed = 0; passed < RETRY_AFTER_BANKING_DAYS; passed += 1) day = previousBankingDay(day);
  return addDays(nextBankingDay(day), -1);
}

function bankingDays(from: CalendarDate, through: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= through; day = nextBankingDay(day)) days.push(day);
  return days;
}
