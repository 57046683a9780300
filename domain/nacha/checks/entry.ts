import { hasCheckDigit } from '../routing-number';
import { unless, type Check } from './check';
import { cut, type RawEntry, type RawFile } from './raw-file';

export const entriesOf = ({ batches }: RawFile): RawEntry[] => batches.flatMap(({ entries }) => entries);

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

export const receivingBankIsARoutingNumber: Check = (file) =>
  unless('V16', entriesOf(file), (entry) => hasCheckDigit(cut(entry, 4, 12)), 'check digit of the routing number');

/** The field has seventeen characters, so none is longer; left-justified, so it starts at once. */
export const accountIsThere: Check = (file) =>
  unless('V17', entriesOf(file), (entry) => /^[^ ]/.test(cut(entry, 13, 29)), 'account number is blank or displaced');

export const amountFitsPurpose: Check = (file) =>
  unless('V18', entriesOf(file), hasFittingAmount, 'live entries carry an amount, prenotes and zero-dollar ones none');

function hasFittingAmount(entry: RawEntry): boolean {
  const amount = cut(entry, 30, 39);
  return /^\d{10}$/.test(amount) && Number(amount) > 0 === isLive(entry);
}

/** The last digit of a transaction code tells prenotes (3, 8) and zero-dollar entries (4, 9) from those with money. */
export const isLive = (entry: RawEntry): boolean => /[257]/.test(cut(entry, 3, 3));

export const receiverIsNamed: Check = (file) =>
  unless('V19', entriesOf(file), (entry) => cut(entry, 55, 76).trim() !== '', 'receiver has no name');
