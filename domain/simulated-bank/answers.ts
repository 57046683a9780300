import { nextBankingDay, onOrNextBankingDay } from '../banking-calendar';
import { addDays, type CalendarDate } from '../calendar-date';
import type { HandedBatch, HandedEntry, HandedFile } from './handed-file';

/** What the bank says of an entry, and the first day on which it says so. */
export interface BankAnswer {
  kind: 'return' | 'change';
  code: string;
  on: CalendarDate;
  /** of a change: the account number that is right */
  correctedAccount?: string;
}

interface Magic {
  code: string;
  /** who may be answered so: nobody lacks the funds to be paid, or revokes what was given to him */
  answers: 'debits' | 'both';
}

/** The last four digits of the receiver's account decide (api.md "simulated bank"). */
const RETURNED: Readonly<Record<string, Magic>> = {
  '0001': { code: 'R01', answers: 'debits' },
  '0002': { code: 'R02', answers: 'both' },
  '0003': { code: 'R03', answers: 'both' },
  '0007': { code: 'R07', answers: 'debits' },
  '0010': { code: 'R10', answers: 'debits' },
  '0011': { code: 'R01', answers: 'debits' },
  '0016': { code: 'R16', answers: 'both' },
  '0020': { code: 'R20', answers: 'both' },
  '0029': { code: 'R29', answers: 'both' },
  '0061': { code: 'R10', answers: 'debits' },
};

/** Codes that say something of the account itself, so that a prenote may hear them too. */
const ABOUT_THE_ACCOUNT: ReadonlySet<string> = new Set(['R02', 'R03', 'R16', 'R20', 'R29']);

const NOTIFIED = '0098';
const CORRECTED = '1111';
const TOLD_TWICE = '0011';
const TOLD_TOO_LATE = '0061';
const TOO_LATE_DAYS = 61;

/**
 * When a batch settles: on its effective date, rolled forward; one that is past when the file arrives settles on the
 * next banking day (domain.md 5.3).
 */
function settlesOn({ effectiveOn }: HandedBatch, { createdOn }: HandedFile): CalendarDate {
  const rolledOn = onOrNextBankingDay(effectiveOn);
  const earliestOn = nextBankingDay(createdOn);
  return rolledOn > earliestOn ? rolledOn : earliestOn;
}

/**
 * What the simulated bank answers to one entry, from the first banking day after it settles on. Nothing: it settled.
 * The same entry is answered the same, always.
 */
export function answersTo(entry: HandedEntry, batch: HandedBatch, file: HandedFile): BankAnswer[] {
  const lastFour = entry.accountNumber.slice(-4);
  const on = nextBankingDay(settlesOn(batch, file));
  if (lastFour === NOTIFIED) {
    const correctedAccount = entry.accountNumber.slice(0, -4) + CORRECTED;
    return [{ kind: 'change', code: 'C01', on, correctedAccount }];
  }
  const magic = RETURNED[lastFour];
  if (!magic || !canBeAnswered(entry, magic)) return [];
  const { code } = magic;
  if (lastFour === TOLD_TOO_LATE) {
    const lateOn = onOrNextBankingDay(addDays(batch.effectiveOn, TOO_LATE_DAYS));
    return [{ kind: 'return', code, on: lateOn > on ? lateOn : on }];
  }
  const first: BankAnswer = { kind: 'return', code, on };
  return lastFour === TOLD_TWICE ? [first, { ...first, on: nextBankingDay(on) }] : [first];
}

function canBeAnswered({ transactionCode }: HandedEntry, { code, answers }: Magic): boolean {
  const deed = transactionCode.charAt(1);
  if (deed === '3' || deed === '8') return ABOUT_THE_ACCOUNT.has(code);
  return deed === '7' || (deed === '2' && answers === 'both');
}
