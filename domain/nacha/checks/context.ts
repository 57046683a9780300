import type { CalendarDate } from '../../calendar-date';
import type { Cents } from '../../cents';

/** What a file must agree with and does not say itself. */
export interface AchContext {
  /** The day the file is created and sent, in New York. */
  readonly today: CalendarDate;
  /** What it may do: a funding file only credits. `mixed` allows both, as debits to customers beside refunds. */
  readonly direction: 'credits' | 'debits' | 'mixed';
  /** Standard entry classes we agreed on with the bank. */
  readonly entryClasses: readonly string[];
  /** The Federal Reserve's days, unless the bank keeps fewer. */
  readonly isBankingDay?: (date: CalendarDate) => boolean;
  /** Modifiers of the files already sent today. */
  readonly usedFileIdModifiers: readonly string[];
  /** Reserved entry descriptions that are meant this time, as `RETRY PYMT` of a re-presentment. */
  readonly meantDescriptions?: readonly string[];
  /** `HHmm` Eastern: after it nothing settles on the same day. Of the bank; the Federal Reserve's own is the default. */
  readonly sameDayCutOff?: string;
  /** The run the file was made for. */
  readonly run?: AchRun;
}

export interface AchRun {
  /** What each receiver is due, by the identification number of the entry. */
  readonly netCents: ReadonlyMap<string, Cents>;
  /** The run's name, which each addenda must say. Absent where the entries carry none. */
  readonly reference?: string;
  /** The bytes an earlier rendering of this run gave. */
  readonly earlierText?: string;
}
