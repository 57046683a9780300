import type { BankAccount, Customer } from '../applicant';
import type { Cents } from '../cents';
import type { AchBatch, AchBatchHeader, AchEntry } from '../nacha/ach-file';
import { toAchText } from '../nacha/ascii';
import { transactionCode } from '../nacha/transaction-codes';
import { entryDescription, type EntryGroup, serviceClass } from './entry-group';

const NAME_LENGTH = 22;

/** One entry of a run with the opened details of whom it names. Amount in US cents. */
export interface NamedEntry {
  traceNumber: string;
  group: EntryGroup;
  entryClass: 'PPD' | 'WEB';
  amountCents: Cents;
  identification: string;
  customer: Pick<Customer, 'firstName' | 'lastName'>;
  account: BankAccount;
}

/** What a batch's header says of itself; who sends it, and when, is added by the one who makes the file. */
export type BatchMaking = Pick<AchBatchHeader, 'serviceClass' | 'entryClass' | 'entryDescription' | 'batchNumber'>;

/**
 * A run's entries in batches: one for each purpose and class, in the order given, which is that of the trace numbers.
 *
 * @param entries in the order of their trace numbers
 */
export function collectionBatches(
  entries: readonly NamedEntry[],
  header: (making: BatchMaking) => AchBatchHeader,
): AchBatch[] {
  const batches: NamedEntry[][] = [];
  for (const entry of entries) {
    const batch = batches.at(-1);
    const first = batch?.[0];
    if (batch && first?.group === entry.group && first.entryClass === entry.entryClass) batch.push(entry);
    else batches.push([entry]);
  }
  return batches.flatMap((batch, index) => {
    const [first] = batch;
    if (!first) return [];
    const { group, entryClass } = first;
    const making = { serviceClass: serviceClass(group), entryClass, entryDescription: entryDescription(group) };
    return [{ header: header({ ...making, batchNumber: index + 1 }), entries: batch.map(achEntry) }];
  });
}

function achEntry(entry: NamedEntry): AchEntry {
  const { group, entryClass, amountCents, identification, traceNumber, account, customer } = entry;
  const direction = group === 'refund' ? 'credit' : 'debit';
  return {
    transactionCode: transactionCode(account.accountType, 'live', direction),
    routingNumber: account.routingNumber,
    accountNumber: account.accountNumber,
    amountCents,
    identificationNumber: identification,
    receiverName: receiverName(customer),
    ...(entryClass === 'WEB' ? { discretionaryData: group === 'late_fee' ? 'S' : 'R' } : {}),
    traceNumber,
  };
}

/** The bank compares names by their beginning; a name that its characters cannot say is still a receiver. */
function receiverName({ firstName, lastName }: NamedEntry['customer']): string {
  return toAchText(`${firstName} ${lastName}`).slice(0, NAME_LENGTH).trim() || 'CUSTOMER';
}
