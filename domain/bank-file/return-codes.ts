import { bankingDaysBetween } from '../banking-calendar';
import { type CalendarDate, daysBetween } from '../calendar-date';
import { assertNever } from '../errors';
import type { EntryDirection } from '../nacha/transaction-codes';

/** How long after settlement the receiver's bank may send an entry back (domain.md 5.7). */
type Window = 'two_banking_days' | 'sixty_days' | 'open';

/** What Nacha counts against an originator; every return counts towards the overall rate. */
export type RateClass = 'unauthorized' | 'administrative';

/** What follows for the money we sent a merchant. Each of them also holds the merchant: see decision 0014. */
export type CreditAction =
  | 'new_account'
  | 'fix_account_type'
  | 'reconcile'
  | 'bereavement'
  | 'sanctions_check'
  | 'investigate'
  | 'our_file_wrong'
  | 'contact'
  | 'check_duplicate';

/** What follows for the debit of a customer. */
export type DebitAction =
  | 're_present'
  | 'new_account'
  | 'dispute'
  | 'pause_payment'
  | 'bereavement'
  | 'sanctions_check'
  | 'reconcile'
  | 'investigate'
  | 'our_file_wrong'
  | 'check_duplicate';

interface ReturnRule {
  window: Window;
  /** null: no bank can send this kind of entry back for this reason */
  credit: CreditAction | null;
  debit: DebitAction | null;
  rateClass?: RateClass;
}

const NEW_ACCOUNT = { window: 'two_banking_days', credit: 'new_account', debit: 'new_account' } as const;
const ADMINISTRATIVE = { ...NEW_ACCOUNT, rateClass: 'administrative' } as const;
const NO_FUNDS = { window: 'two_banking_days', credit: null, debit: 're_present' } as const;
const NOT_AUTHORIZED = { window: 'sixty_days', credit: null, debit: 'dispute', rateClass: 'unauthorized' } as const;
const DEATH = { window: 'two_banking_days', credit: 'bereavement', debit: 'bereavement' } as const;
const OUR_FILE = { window: 'two_banking_days', credit: 'our_file_wrong', debit: 'our_file_wrong' } as const;

/**
 * The table of domain.md 5.7. "Next file delivery" is taken as the two banking days it always lies within. R11 is a
 * dispute, though Nacha does not count it as unauthorized; R29 on a credit is handled like R03 (api.md).
 */
const RULES = {
  R01: NO_FUNDS,
  R02: ADMINISTRATIVE,
  R03: ADMINISTRATIVE,
  R04: ADMINISTRATIVE,
  R05: { ...NOT_AUTHORIZED, credit: 'fix_account_type' },
  R06: { window: 'open', credit: 'reconcile', debit: 'reconcile' },
  R07: NOT_AUTHORIZED,
  R08: { window: 'two_banking_days', credit: null, debit: 'pause_payment' },
  R09: NO_FUNDS,
  R10: NOT_AUTHORIZED,
  R11: { window: 'sixty_days', credit: null, debit: 'dispute' },
  R12: NEW_ACCOUNT,
  R13: NEW_ACCOUNT,
  R14: DEATH,
  R15: DEATH,
  R16: { window: 'two_banking_days', credit: 'sanctions_check', debit: 'sanctions_check' },
  R17: { window: 'two_banking_days', credit: 'investigate', debit: 'investigate' },
  R18: OUR_FILE,
  R19: OUR_FILE,
  R20: NEW_ACCOUNT,
  R23: { window: 'open', credit: 'contact', debit: null },
  R24: { window: 'two_banking_days', credit: 'check_duplicate', debit: 'check_duplicate' },
  R25: OUR_FILE,
  R26: OUR_FILE,
  R27: OUR_FILE,
  R28: OUR_FILE,
  R29: { ...NOT_AUTHORIZED, window: 'two_banking_days', credit: 'new_account' },
  // of re-presented checks: we file none, but it counts where it comes
  R51: NOT_AUTHORIZED,
} as const satisfies Readonly<Record<string, ReturnRule>>;

export type ReturnCode = keyof typeof RULES;

/** Every code we have a rule for. */
export const RETURN_CODES = Object.keys(RULES) as ReturnCode[];

export const isReturnCode = (code: string): code is ReturnCode => Object.hasOwn(RULES, code);

/** The rule of a code. */
export const returnRule = (code: ReturnCode): ReturnRule => RULES[code];

/** What a return of this code means for an entry of this direction; null: it cannot be. */
export function actionOf(code: ReturnCode, direction: EntryDirection): CreditAction | DebitAction | null {
  return returnRule(code)[direction];
}

/** The codes that count towards a rate. */
export function codesOfClass(rateClass: RateClass): ReturnCode[] {
  return RETURN_CODES.filter((code) => returnRule(code).rateClass === rateClass);
}

const BANKING_DAYS = 2;
const CALENDAR_DAYS = 60;

/**
 * Whether a return comes after its window; the last day of the window is in time.
 *
 * @param settledOn the entry's effective date
 * @param today     creation date of the bank's file
 * @throws LeaseError NOT_A_BANKING_DAY outside 2020-2100
 */
export function isLate(code: ReturnCode, settledOn: CalendarDate, today: CalendarDate): boolean {
  const { window } = returnRule(code);
  switch (window) {
    case 'open':
      return false;
    case 'two_banking_days':
      return bankingDaysBetween(settledOn, today) > BANKING_DAYS;
    case 'sixty_days':
      return daysBetween(settledOn, today) > CALENDAR_DAYS;
    default:
      return assertNever(window);
  }
}
