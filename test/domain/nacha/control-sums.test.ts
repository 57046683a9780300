import { cents } from '../../../domain/cents';
import type { AchEntry } from '../../../domain/nacha/ach-file';
import { addSums, NO_SUMS, sumsOf } from '../../../domain/nacha/control-sums';
import { sampleEntries } from './sample';

const entries = (count: number, more: Partial<AchEntry>): AchEntry[] =>
  Array.from({ length: count }, () => sampleEntries(1).map((entry) => ({ ...entry, ...more }))).flat();

describe('control sums', () => {
  it('keep the rightmost ten digits of the hash, in a batch and over batches', () => {
    const batch = sumsOf(entries(150, { routingNumber: '999999992' }));
    expect(batch.entryHash).toBe(4_999_999_850);
    expect(addSums(batch, batch).entryHash).toBe(9_999_999_700);
    expect(addSums(addSums(batch, batch), batch).entryHash).toBe(4_999_999_550);
  });

  it('count an entry and its addenda as two, and sort the money by direction', () => {
    const credits = entries(1, { amountCents: cents(7) });
    const debits = entries(2, { transactionCode: '27', amountCents: cents(5) }).map(
      ({ addenda: _, ...entry }) => entry,
    );
    const { recordCount, debitCents, creditCents } = sumsOf([...credits, ...debits]);
    expect({ recordCount, debitCents, creditCents }).toEqual({ recordCount: 4, debitCents: 10, creditCents: 7 });
  });

  it('of nothing are nothing', () => {
    expect(sumsOf([])).toEqual(NO_SUMS);
  });
});
