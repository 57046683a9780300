import type { CalendarDate } from '../../domain/calendar-date';
import type { AnswersGiven, PendingFile } from '../../domain/simulated-bank/answer-file';
import type { BankFile } from '../ports';

/** The simulated bank's own memory, apart from our books: what it was handed, byte for byte, and what it has said. */
export interface SandboxBankStore {
  /**
   * Keeps a file under its name, once.
   * @param answersFromOn the first day on which it is to be answered; null: never
   * @returns `taken` when the name is there with other bytes
   */
  keep(file: BankFile, answersFromOn: CalendarDate | null): Promise<'kept' | 'known' | 'taken'>;
  /** Lets it speak once for a day: `answer` gets the files that still have answers due, and what it says is kept. */
  close(businessOn: CalendarDate, answer: (pending: readonly PendingFile[]) => AnswersGiven): Promise<void>;
  /** What it has said up to that day, oldest first; what is older than a month is left out. */
  said(businessOn: CalendarDate): Promise<BankFile[]>;
}
