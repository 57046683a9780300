import { hasCheckDigit } from '../routing-number';
import { unless, type Check } from './check';
import { cut, isBlank, numberAt } from './fields';
import type { RawEntry } from './raw-file';

/** What an originator may send: returns (x1, x6) are for banks to write. Of the last group 55 only takes back a credit. */
const SENDABLE = /^(?:[234][234789]|5[2345])$/;

/** Zero-dollar entries carry remittance from company to company. */
const ZERO_DOLLAR = /[49]$/;

export const transactionCodeIsKnown: Check = ({ batches }) =>
  batches.flatMap(({ header, entries }) => {
    const isCompany = cut(header, 51, 53) === 'CCD';
    const isKnown = (code: string): boolean => SENDABLE.test(code) && (isCompany || !ZERO_DOLLAR.test(code));
    return unless('V15', entries, (entry) => isKnown(cut(entry, 2, 3)), 'no transaction code to send in this class');
  });

export const receivingBankIsARoutingNumber: Check = ({ entries }) =>
  unless('V16', entries, (entry) => hasCheckDigit(cut(entry, 4, 12)), 'check digit of the routing number is wrong');

/** The field has seventeen characters, so none is longer; left-justified, so it starts at once. */
export const accountIsThere: Check = ({ entries }) =>
  unless('V17', entries, (entry) => !isBlank(entry, 13, 13), 'account number is blank or displaced');

export const amountFitsPurpose: Check = ({ entries }) =>
  unless('V18', entries, hasFittingAmount, 'live entries carry an amount, prenotes and zero-dollar ones none');

function hasFittingAmount(entry: RawEntry): boolean {
  const amountCents = numberAt(entry, 30, 39);
  return isLive(entry) ? amountCents > 0 : amountCents === 0;
}

/** The last digit of a transaction code tells prenotes (3, 8) and zero-dollar entries (4, 9) from those with money. */
export const isLive = (entry: RawEntry): boolean => '257'.includes(cut(entry, 3, 3));

export const receiverIsNamed: Check = ({ entries }) =>
  unless('V19', entries, (entry) => !isBlank(entry, 55, 76), 'receiver has no name');
