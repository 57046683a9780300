import { readBatchHeader, writeBatchHeader } from '../../../domain/nacha/batch-header';
import { overwrite } from './edit';
import { expectDamage } from './expect-damage';
import { BATCH_HEADER, SAMPLE_TEXT } from './sample';

const LINE = SAMPLE_TEXT.split('\n')[1] ?? '';
const read = (text: string) => () => readBatchHeader({ number: 2, text });

describe('the batch header', () => {
  it('is written as in the sample, and read back', () => {
    expect(writeBatchHeader(BATCH_HEADER)).toBe(LINE);
    expect(read(LINE)()).toEqual(BATCH_HEADER);
  });

  it('leaves the settlement date blank for the operator, and reads what the operator filled in', () => {
    expect(writeBatchHeader(BATCH_HEADER).slice(75, 78)).toBe('   ');
    expect(readBatchHeader({ number: 2, text: overwrite(LINE, 1, 76, '187') }).settlementDay).toBe('187');
  });

  it('of notifications of change, and of some returns, has no effective date', () => {
    const { effectiveOn: _effectiveOn, ...rest } = BATCH_HEADER;
    const header = { ...rest, entryClass: 'COR' as const };
    expect(writeBatchHeader(header).slice(69, 75)).toBe('000000');
    expect(read(writeBatchHeader(header))()).toEqual(header);
    expect(read(overwrite(LINE, 1, 70, '      '))()).toEqual(rest);
  });

  it('cuts a company name that is too long, and never a company identification', () => {
    expect(writeBatchHeader({ ...BATCH_HEADER, companyName: 'OPEN LEASE TO OWN COMPANY' }).slice(4, 20)).toBe(
      'OPEN LEASE TO OW',
    );
    expect(() => writeBatchHeader({ ...BATCH_HEADER, companyIdentification: '19876543210' })).toThrow(
      'takes 10 characters',
    );
  });

  it.each([
    ['service class', 2, '280', 'FIELD_VALUE'],
    ['entry class', 51, 'IAT', 'FIELD_VALUE'],
    ['effective date', 70, '260631', 'FIELD_VALUE'],
    ['half of an effective date', 70, '2607  ', 'FIELD_VALUE'],
    ['settlement date', 76, '18A', 'FIELD_VALUE'],
    ['originator status', 79, '2', 'FIELD_VALUE'],
    ['originating bank', 80, '1210428A', 'FIELD_TYPE'],
    ['batch number', 88, '000000 ', 'FIELD_TYPE'],
  ] as const)('is refused for a wrong %s', (_what, position, characters, rule) => {
    expectDamage(read(overwrite(LINE, 1, position, characters)), 2, rule);
  });
});
