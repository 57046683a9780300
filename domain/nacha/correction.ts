import type { NotificationOfChange } from './addenda-98';
import { hasCheckDigit } from './routing-number';
import { isTransactionCode, type TransactionCode } from './transaction-codes';

/** What to write in the next entry to this receiver; absent is unchanged. */
export interface Correction {
  readonly routingNumber?: string;
  readonly accountNumber?: string;
  readonly transactionCode?: TransactionCode;
  readonly identificationNumber?: string;
}

/**
 * What a notification of change corrects, taken apart by its change code (domain.md 5.7). Banks put spaces of their own
 * between the parts, so what is fixed is the order: routing number first, transaction code last, the account between.
 *
 * @returns undefined when the code corrects nothing we write, or its data does not fit: a question for a person
 */
export function readCorrection({ changeCode, correctedData }: NotificationOfChange): Correction | undefined {
  const data = correctedData.trim();
  switch (changeCode) {
    case 'C01':
      return /^.{1,17}$/.test(data) ? { accountNumber: data } : undefined;
    case 'C02':
      return parts(/^(?<routing>\d{9})$/, data);
    case 'C03':
      return parts(/^(?<routing>\d{9}) *(?<account>.{1,17})$/, data);
    case 'C05':
      return parts(/^(?<code>\d{2})$/, data);
    case 'C06':
      return parts(/^(?<account>.{1,17}?) *(?<code>\d{2})$/, data);
    case 'C07':
      return parts(/^(?<routing>\d{9}) *(?<account>.{1,17}?) *(?<code>\d{2})$/, data);
    case 'C09':
      return /^.{1,15}$/.test(data) ? { identificationNumber: data } : undefined;
    default:
      return undefined;
  }
}

function parts(pattern: RegExp, data: string): Correction | undefined {
  const found = pattern.exec(data)?.groups;
  if (found === undefined) return undefined;
  const { routing, account, code } = found;
  if (code !== undefined && !isTransactionCode(code)) return undefined;
  if (routing !== undefined && !hasCheckDigit(routing)) return undefined;
  return {
    ...(routing === undefined ? {} : { routingNumber: routing }),
    ...(account === undefined ? {} : { accountNumber: account }),
    ...(code === undefined ? {} : { transactionCode: code }),
  };
}
