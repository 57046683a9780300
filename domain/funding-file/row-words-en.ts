import { moneyText } from '../agreement/money-text';
import { sentences } from '../agreement/sentences';
import type { RowDetail } from './row-result';
import type { RowWords } from './row-words';

export const ENGLISH: RowWords = {
  FUNDED: ({ deliveredOn }) => `Funded${onDate(', delivered on', deliveredOn)}.`,
  SCHEDULED: ({ deliveredOn }) => `Will fund on the delivery date${onDate(',', deliveredOn)}.`,
  ALREADY_FUNDED: ({ deliveredOn }) =>
    `Was funded before${onDate('; the delivery date on record is', deliveredOn)}. Nothing was changed.`,
  DUPLICATE_IN_FILE: () => 'This lease is in the file more than once. Only its first row counts.',
  INVALID_LEASE_ID: ({ isSpreadsheetNumber }) =>
    sentences(
      'A lease ID has 7 to 10 digits.',
      isSpreadsheetNumber && 'A spreadsheet has turned it into a number: format the column as text.',
    ),
  LEASE_NOT_FOUND: () => 'You have no lease with this ID.',
  NOT_SIGNED: () => 'The customer has not signed the lease agreement.',
  NOT_OK_TO_DELIVER: () => 'The initial payment was not collected. Do not deliver the goods.',
  EXPIRED: () => 'The approval or the contracts have expired. The customer must apply again, or support can help.',
  DENIED: () => 'The application was denied.',
  CANCELLED: () => 'The order was cancelled.',
  RETURNED: () => 'All goods of this lease were returned.',
  AMOUNT_MISMATCH: (detail) => sentences(expectedAmount(detail), amountHint(detail)),
  NAME_MISMATCH: () => "The surname is not the customer's. Write it as in the application: Last, First.",
  STORE_MISMATCH: () => 'The store is not the one of this lease. Give its exact name or its store ID.',
  DELIVERY_DATE_INVALID: () => 'The delivery date is not a date. Write YYYY-MM-DD or MM-DD-YYYY.',
  DELIVERY_DATE_OUT_OF_WINDOW: windowText,
  DELIVERED_BEFORE_SIGNED: ({ signedOn }) => `The delivery date lies before the signature${onDate(' of', signedOn)}.`,
  PARTIAL_DELIVERY: (detail) =>
    sentences(
      expectedAmount(detail),
      'This looks like some lines of the order only: a lease funds when everything is delivered.',
    ),
  HELD: () => 'The lease is on hold and must be released by us first. Please contact support.',
  NOT_ANSWERED: () =>
    'The lease did not answer in time. Your report is kept: look at the lease, or send the row again.',
};

function onDate(words: string, date: string | undefined): string {
  return date === undefined ? '' : `${words} ${date}`;
}

function expectedAmount({ expectedCents, amount }: RowDetail): string {
  if (expectedCents === undefined || amount === undefined) return 'The amount is not the one of the invoice.';
  const expected = moneyText(expectedCents);
  if (amount === 'unreadable') return `The amount cannot be read; the invoice is ${expected}.`;
  return `The amount is ${amount} than the invoice of ${expected}.`;
}

function amountHint({ amount }: RowDetail): string | undefined {
  if (amount === 'lower') return 'If the price was lowered, send the price adjustment first.';
  if (amount === 'unreadable') return 'Write it like 1000.00, and put cells with a comma in quotes.';
  return undefined;
}

function windowText({ distanceDays, earliestOn, latestOn }: RowDetail): string {
  if (distanceDays === undefined) return 'The delivery date is more than 30 days away.';
  if (distanceDays < 0) return `The delivery date is ${-distanceDays} days ago; the oldest allowed is ${earliestOn}.`;
  return `The delivery date is ${distanceDays} days ahead; the latest allowed is ${latestOn}.`;
}
