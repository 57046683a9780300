import { readHandedFile } from '../../../domain/simulated-bank/handed-file';
import { SAMPLE_TEXT } from '../nacha/sample';
import { STRANGERS_FILE } from '../nacha/bank-files';
import { anEntry, handedFile } from './handed-files';

describe('what the simulated bank reads', () => {
  it('is the sample of domain.md 5.5, entry by entry', () => {
    const { batches, createdOn, origin, destination } = readHandedFile(SAMPLE_TEXT);
    expect({ createdOn, origin, destination }).toEqual({
      createdOn: '2026-07-03',
      origin: '1987654321',
      destination: '121042882',
    });
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ entryClass: 'CCD', effectiveOn: '2026-07-06' });
    expect(batches[0]?.entries.map(({ amountCents, traceNumber }) => [amountCents, traceNumber])).toEqual([
      [345_024, '121042880000001'],
      [70_000, '121042880000002'],
      [1_234, '121042880000003'],
    ]);
  });

  it('is a file of another originator too', () => {
    expect(readHandedFile(STRANGERS_FILE).batches.map(({ entries }) => entries.length)).toEqual([2, 1]);
  });

  it('is nothing when the file is cut anywhere', () => {
    for (let length = 0; length < SAMPLE_TEXT.length; length += 1) {
      expect(() => readHandedFile(SAMPLE_TEXT.slice(0, length))).toThrow(/^the bank refuses the file: /);
    }
  });

  const text = handedFile([anEntry(1, '4321'), anEntry(2, '4321')]);
  const control = (start: number, digits: string): string => {
    const at = text.indexOf('\n8') + start;
    return text.slice(0, at) + digits + text.slice(at + digits.length);
  };
  const fileControl = (start: number, digits: string): string => {
    const at = text.indexOf('\n9') + start;
    return text.slice(0, at) + digits + text.slice(at + digits.length);
  };

  it.each<[string, string]>([
    ['a batch counts an entry too many', control(5, '000003')],
    ['a batch has another hash', control(11, '0022200005')],
    ['a batch has other debits', control(21, '000000015009')],
    ['a batch has credits nobody gave', control(33, '000000000001')],
    ['a file counts another batch', fileControl(2, '000002')],
    ['a file counts another block', fileControl(8, '000002')],
    ['a file counts another entry', fileControl(14, '00000003')],
    ['a file has another hash', fileControl(22, '0022200005')],
    ['a file has other debits', fileControl(32, '000000015009')],
    ['a file has credits nobody gave', fileControl(44, '000000000001')],
    ['an amount is larger than the totals say', text.replace('0000007504', '0000007505')],
    ['a control stands before its entries', text.replace('\n6', '\n8')],
    ['a letter is not ASCII', text.replace('CANARIA', 'CAÑARIA')],
    ['a block is not full', text.slice(0, -95)],
  ])('is refused when %s', (_what, damaged) => {
    expect(() => readHandedFile(text)).not.toThrow();
    expect(() => readHandedFile(damaged)).toThrow(/^the bank refuses the file: /);
  });
});
