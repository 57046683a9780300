import { addBankingDays } from '../banking-calendar';
import type { CalendarDate } from '../calendar-date';
import { assertNever } from '../errors';
import type { LeaseId, MerchantId } from '../ids';
import type { FiledEntry, Verdict } from './judge-answers';
import type { CreditAction, DebitAction } from './return-codes';

export type ExceptionKind =
  | 'customer_account_unusable'
  | 'merchant_account_unusable'
  | 'dispute'
  | 'refund_returned'
  | 'reconcile'
  | 'investigate'
  | 'our_file_wrong'
  | 'check_duplicate'
  | 'notification_of_change'
  | 'bank_entry_parked';

/** Something a person must look at. `detail` names no person and no account. */
export interface BankException {
  kind: ExceptionKind;
  leaseId: LeaseId | null;
  merchantId: MerchantId | null;
  traceNumber: string;
  detail: string;
}

/** The actions after which we may not debit the customer any more, until a person has settled it. */
export function stopsAutopay(action: CreditAction | DebitAction): boolean {
  return ['new_account', 'dispute', 'bereavement', 'sanctions_check'].includes(action);
}

/** By its Nacha deadline a correction is to be made: six banking days, or before the next entry. */
const CORRECTION_BANKING_DAYS = 6;

/**
 * What a person must look at because of an entry; undefined: nothing.
 *
 * @param today creation date of the bank's file
 * @throws LeaseError NOT_A_BANKING_DAY outside 2020-2100
 */
export function exceptionOf(verdict: Verdict, today: CalendarDate): BankException | undefined {
  const { answer, entry } = verdict;
  const about = {
    leaseId: entry?.leaseId ?? null,
    merchantId: entry?.merchantId ?? null,
    traceNumber: answer.traceNumber,
  };
  if (verdict.result === 'parked_duplicate') return undefined;
  if (verdict.result !== 'applied') {
    return { ...about, kind: 'bank_entry_parked', detail: `${answer.code} ${verdict.result}: ${verdict.reason}` };
  }
  if (verdict.does !== 'return') {
    const deadlineOn = addBankingDays(today, CORRECTION_BANKING_DAYS);
    const detail = `${answer.code}: to be corrected by ${deadlineOn}, or before the next entry`;
    return { ...about, kind: 'notification_of_change', detail };
  }
  const kind = kindOf(verdict.action, verdict.entry);
  return kind && { ...about, kind, detail: `${verdict.code}: ${WHAT_TO_DO[verdict.action]}` };
}

function kindOf(action: CreditAction | DebitAction, { purpose, merchantId }: FiledEntry): ExceptionKind | undefined {
  switch (action) {
    case 're_present':
    case 'pause_payment':
      return undefined;
    case 'dispute':
    case 'reconcile':
    case 'investigate':
    case 'our_file_wrong':
    case 'check_duplicate':
      return action;
    case 'new_account':
    case 'fix_account_type':
    case 'bereavement':
    case 'sanctions_check':
    case 'contact':
      if (purpose === 'refund') return 'refund_returned';
      return merchantId !== null && purpose !== 'debit' && purpose !== 'retry'
        ? 'merchant_account_unusable'
        : 'customer_account_unusable';
    default:
      return assertNever(action);
  }
}

const WHAT_TO_DO: Readonly<Record<CreditAction | DebitAction, string>> = {
  re_present: 'presented again by itself',
  new_account: 'ask for another bank account',
  fix_account_type: 'a consumer account: ask which kind of account it is',
  dispute: 'the customer says this was not authorized: open a case, do not debit again',
  pause_payment: 'the customer stopped this payment only',
  bereavement: 'the account holder has died: bereavement handling',
  sanctions_check: 'the account is frozen: hold, and check sanctions',
  reconcile: 'returned at our own bank’s request: reconcile the recall',
  investigate: 'the receiving bank questions the entry: investigate',
  our_file_wrong: 'ALARM: our file was wrong, find the defect before the next run',
  contact: 'the merchant refused the money: contact the merchant',
  check_duplicate: 'the receiving bank sees a duplicate: check what was filed',
};
