/** What an entry does to the account it names. A `return` is a return or a notification of change of an entry. */
export type EntryKind = 'live' | 'prenote' | 'zeroDollar' | 'return';
export type EntryDirection = 'credit' | 'debit';

type AccountDigit = '2' | '3' | '4' | '5';
type UnitDigit = '1' | '2' | '3' | '4' | '6' | '7' | '8' | '9';

/** Checking 2x, savings 3x, general ledger 4x, 5x accounts that only take credits, with 55 to reverse one. */
export type TransactionCode = Exclude<`${AccountDigit}${UnitDigit}`, '57' | '58' | '59'> | '55';

const PATTERN = /^(?:[234][1-46-9]|5[1-6])$/;

/** True for every code of domain.md 5.1. */
export function isTransactionCode(text: string): text is TransactionCode {
  return PATTERN.test(text);
}

/** Codes ending in 1-4 are credits, in 5-9 debits. */
export function directionOf(code: TransactionCode): EntryDirection {
  return code.charAt(1) < '5' ? 'credit' : 'debit';
}

/** @returns what the entry is for; only a `live` one, and the return of one, carry money */
export function kindOf(code: TransactionCode): EntryKind {
  switch (code.charAt(1)) {
    case '1':
    case '6':
      return 'return';
    case '3':
    case '8':
      return 'prenote';
    case '4':
    case '9':
      return 'zeroDollar';
    default:
      return 'live';
  }
}

const UNIT = {
  live: { credit: '2', debit: '7' },
  prenote: { credit: '3', debit: '8' },
  return: { credit: '1', debit: '6' },
} as const;
const ACCOUNT = { checking: '2', savings: '3' } as const;

/** The code of an entry to a customer's or merchant's account; a return keeps the account and direction of the original. */
export function transactionCode(
  account: 'checking' | 'savings',
  kind: Exclude<EntryKind, 'zeroDollar'>,
  direction: EntryDirection,
): TransactionCode {
  return `${ACCOUNT[account]}${UNIT[kind][direction]}`;
}
