import { cents } from '../../../domain/cents';
import { type BatchMaking, collectionBatches, type NamedEntry } from '../../../domain/collections/collection-batches';

const header = (making: BatchMaking) => ({
  ...making,
  companyName: 'OWNWARD',
  companyIdentification: '1987654321',
  originatingBank: '12104288',
});
const entry = (traceNumber: string, extra: Partial<NamedEntry> = {}): NamedEntry => ({
  ...{ traceNumber, group: 'rent', entryClass: 'WEB', amountCents: cents(7_504), identification: `L-${traceNumber}` },
  customer: { firstName: 'José', lastName: 'Peña' },
  account: { routingNumber: '111000025', accountNumber: '123', accountType: 'checking' },
  ...extra,
});

describe('the batches of a collection file', () => {
  it('hold one purpose and one class each, in the order of their trace numbers', () => {
    const batches = collectionBatches(
      [
        entry('1', { entryClass: 'PPD' }),
        entry('2'),
        entry('3'),
        entry('4', { group: 'late_fee' }),
        entry('5', { group: 'retry' }),
        entry('6', { group: 'refund', entryClass: 'PPD' }),
      ],
      header,
    );
    expect(
      batches.map(({ header: { batchNumber, serviceClass, entryClass, entryDescription }, entries }) =>
        [batchNumber, serviceClass, entryClass, entryDescription, entries.map((each) => each.traceNumber).join()].join(
          ' ',
        ),
      ),
    ).toEqual([
      '1 225 PPD LEASE PYMT 1',
      '2 225 WEB LEASE PYMT 2,3',
      '3 225 WEB LATE FEE 4',
      '4 225 WEB RETRY PYMT 5',
      '5 220 PPD REFUND 6',
    ]);
  });

  it('take from and give to the kind of account the customer has', () => {
    const account = { routingNumber: '111000025', accountNumber: '123', accountType: 'savings' } as const;
    const codes = collectionBatches(
      [entry('1'), entry('2', { account }), entry('3', { group: 'refund' }), entry('4', { group: 'refund', account })],
      header,
    ).flatMap(({ entries }) => entries.map(({ transactionCode }) => transactionCode));
    expect(codes).toEqual(['27', '37', '22', '32']);
  });

  it('name the customer in the letters a bank takes, and say that a web payment recurs', () => {
    const [batch] = collectionBatches([entry('1')], header);
    expect(batch?.entries[0]).toMatchObject({ receiverName: 'JOSE PENA', discretionaryData: 'R' });
    const long = entry('1', { customer: { firstName: 'Maximiliana Alexandra', lastName: 'Vogelsang' } });
    expect(collectionBatches([long], header)[0]?.entries[0]?.receiverName).toBe('MAXIMILIANA ALEXANDRA');
    const unsayable = entry('1', { customer: { firstName: '李', lastName: '小龍' } });
    expect(collectionBatches([unsayable], header)[0]?.entries[0]?.receiverName).toBe('CUSTOMER');
  });
});
