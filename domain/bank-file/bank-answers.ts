import type { Cents } from '../cents';
import type { AchFile } from '../nacha/ach-file';
import type { NotificationOfChange } from '../nacha/addenda-98';
import { directionOf, type EntryDirection } from '../nacha/transaction-codes';

/** One entry of a file from the bank: what it says of an entry of ours. */
export interface BankAnswer {
  /** from 1, in the order of the file */
  position: number;
  /** of our entry; of the bank's own where it names none */
  traceNumber: string;
  /** `R01`, `C01`; `none` where the entry is neither a return nor a notification */
  code: string;
  kind: 'return' | 'change' | 'neither';
  direction: EntryDirection;
  amountCents: Cents;
  change?: NotificationOfChange;
}

/** What a file from the bank says, entry by entry. */
export function bankAnswers(file: AchFile): BankAnswer[] {
  const entries = file.batches.flatMap((batch) => batch.entries);
  return entries.map(({ addenda, amountCents, transactionCode, traceNumber }, index) => {
    const about = { position: index + 1, direction: directionOf(transactionCode), amountCents };
    if (addenda?.kind === '98') {
      const { changeCode: code, originalTraceNumber } = addenda;
      return { ...about, kind: 'change', code, traceNumber: originalTraceNumber, change: addenda };
    }
    if (addenda?.kind === '99') {
      const { returnCode: code, originalTraceNumber } = addenda;
      return { ...about, kind: 'return', code, traceNumber: originalTraceNumber };
    }
    return { ...about, kind: 'neither', code: 'none', traceNumber };
  });
}
