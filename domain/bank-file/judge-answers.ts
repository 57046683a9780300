import { BANKING_CALENDAR_FROM, BANKING_CALENDAR_UNTIL, previousBankingDay } from '../banking-calendar';
import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import type { LeaseId, MerchantId } from '../ids';
import { type Correction, readCorrection } from '../nacha/correction';
import { directionOf, isTransactionCode } from '../nacha/transaction-codes';
import type { BankAnswer } from './bank-answers';
import { actionOf, type CreditAction, type DebitAction, isLate, isReturnCode, type ReturnCode } from './return-codes';

/** An entry of ours as SQL knows it. */
export interface FiledEntry {
  traceNumber: string;
  runId: string;
  purpose: 'funding' | 'prenote' | 'debit' | 'retry' | 'refund';
  transactionCode: string;
  amountCents: Cents;
  effectiveOn: CalendarDate;
  merchantId: MerchantId | null;
  leaseId: LeaseId | null;
  paymentId: string | null;
  accountId: string | null;
  state: 'in_file' | 'settled' | 'returned';
  /** codes of the notifications of change that were applied to it already */
  changeCodes: readonly string[];
}

export type Parked = 'parked_duplicate' | 'parked_unknown_trace' | 'parked_late' | 'parked_unexpected';

export type Verdict =
  | { result: Parked; reason: string; answer: BankAnswer; entry?: FiledEntry }
  | {
      result: 'applied';
      does: 'return';
      answer: BankAnswer;
      entry: FiledEntry;
      code: ReturnCode;
      action: CreditAction | DebitAction;
    }
  | { result: 'applied'; does: 'correct'; answer: BankAnswer; entry: FiledEntry; correction: Correction }
  | { result: 'applied'; does: 'tell'; answer: BankAnswer; entry: FiledEntry };

/** Corrections that a person makes: nothing about an account. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['C09', 'C13']);
const FOR_ACCOUNTS: ReadonlySet<string> = new Set(['C01', 'C02', 'C03', 'C05', 'C06', 'C07']);

/**
 * Judges every entry of a file from the bank: what is applied, and what is parked with which reason. An entry that
 * comes twice in one file is applied the first time.
 *
 * @param filed our entries by trace number
 * @param today creation date of the file, the only "today" it has
 */
export function judgeAnswers(
  answers: readonly BankAnswer[],
  filed: ReadonlyMap<string, FiledEntry>,
  today: CalendarDate,
): Verdict[] {
  const now = new Map(filed);
  return answers.map((answer) => {
    const verdict = judge(answer, now.get(answer.traceNumber), today);
    if (verdict.result === 'applied') now.set(answer.traceNumber, afterwards(verdict));
    return verdict;
  });
}

function afterwards({ does, entry, answer }: Extract<Verdict, { result: 'applied' }>): FiledEntry {
  if (does === 'return') return { ...entry, state: 'returned' };
  return { ...entry, changeCodes: [...entry.changeCodes, answer.code] };
}

function judge(answer: BankAnswer, entry: FiledEntry | undefined, today: CalendarDate): Verdict {
  const parked = (result: Parked, reason: string): Verdict => ({
    result,
    reason,
    answer,
    ...(entry === undefined ? {} : { entry }),
  });
  if (answer.kind === 'neither') return parked('parked_unexpected', 'neither a return nor a notification of change');
  if (entry === undefined) return parked('parked_unknown_trace', 'no entry of ours has this trace number');
  if (!isCovered(today)) return parked('parked_unexpected', `no banking calendar covers ${today}`);
  if (today < previousBankingDay(entry.effectiveOn)) {
    return parked('parked_unexpected', `the file is older than our entry, which settles on ${entry.effectiveOn}`);
  }
  if (answer.kind === 'return') return judgeReturn(answer, entry, today, parked);
  return judgeChange(answer, entry, parked);
}

const isCovered = (day: CalendarDate): boolean => day >= BANKING_CALENDAR_FROM && day <= BANKING_CALENDAR_UNTIL;

type Park = (result: Parked, reason: string) => Verdict;

function judgeReturn(answer: BankAnswer, entry: FiledEntry, today: CalendarDate, parked: Park): Verdict {
  const { code } = answer;
  if (entry.state === 'returned') return parked('parked_duplicate', 'the entry is returned already');
  if (!isReturnCode(code)) return parked('parked_unexpected', `no rule for ${code}`);
  const direction = isTransactionCode(entry.transactionCode) ? directionOf(entry.transactionCode) : answer.direction;
  if (direction !== answer.direction) return parked('parked_unexpected', `our entry is a ${direction}`);
  const action = actionOf(code, direction);
  if (action === null) return parked('parked_unexpected', `${code} cannot return a ${direction}`);
  if (answer.amountCents !== entry.amountCents)
    return parked('parked_unexpected', 'the amount is not the one we filed');
  if (isLate(code, entry.effectiveOn, today)) {
    return parked('parked_late', `${code} after its window: the entry settled on ${entry.effectiveOn}`);
  }
  return { result: 'applied', does: 'return', answer, entry, code, action };
}

function judgeChange(answer: BankAnswer, entry: FiledEntry, parked: Park): Verdict {
  const { code, change } = answer;
  if (entry.changeCodes.includes(code)) return parked('parked_duplicate', `${code} was applied already`);
  if (FOR_PEOPLE.has(code)) return { result: 'applied', does: 'tell', answer, entry };
  if (!FOR_ACCOUNTS.has(code)) return parked('parked_unexpected', `no rule for ${code}`);
  const correction = change && readCorrection(change);
  if (!correction) return parked('parked_unexpected', `the data of ${code} cannot be read`);
  return { result: 'applied', does: 'correct', answer, entry, correction };
}
