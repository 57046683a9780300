import type { BankAccount } from '../applicant';
import type { Correction } from '../nacha/correction';

/**
 * An account as a notification of change says it should be; what it does not name stays.
 *
 * @returns undefined when nothing changes, or when it is said to be neither a checking nor a savings account: those are
 *   the two we pay into and collect from
 */
export function correctedAccount(account: BankAccount, correction: Correction): BankAccount | undefined {
  const { routingNumber = account.routingNumber, accountNumber = account.accountNumber, transactionCode } = correction;
  const accountType = transactionCode === undefined ? account.accountType : typeOf(transactionCode);
  if (accountType === undefined) return undefined;
  const isSame =
    routingNumber === account.routingNumber &&
    accountNumber === account.accountNumber &&
    accountType === account.accountType;
  return isSame ? undefined : { routingNumber, accountNumber, accountType };
}

function typeOf(transactionCode: string): BankAccount['accountType'] | undefined {
  if (transactionCode.startsWith('2')) return 'checking';
  return transactionCode.startsWith('3') ? 'savings' : undefined;
}
