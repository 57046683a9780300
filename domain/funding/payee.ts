import type { BankAccount } from '../applicant';
import { isRoutingNumber } from '../nacha/routing-number';

/** What the account field of an entry can hold: it may not be blank, nor begin or end with a space (domain.md 5.6 V17). */
const ACCOUNT_NUMBER = /^[!-~](?:[ -~]{0,15}[!-~])?$/;

/**
 * True when an entry to this account can be written at all. One that cannot would spoil the file of every merchant, so
 * its own merchant waits instead.
 */
export function canBePaidTo({ routingNumber, accountNumber }: BankAccount): boolean {
  return isRoutingNumber(routingNumber) && ACCOUNT_NUMBER.test(accountNumber);
}
