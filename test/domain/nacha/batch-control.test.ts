import { checkBatchControl, writeBatchControl } from '../../../domain/nacha/batch-control';
import { sumsOf } from '../../../domain/nacha/control-sums';
import { overwrite } from './edit';
import { expectDamage } from './expect-damage';
import { BATCH_HEADER, sampleEntries, SAMPLE_TEXT } from './sample';

const LINE = SAMPLE_TEXT.split('\n')[8] ?? '';
const SUMS = { recordCount: 6, entryHash: 44_342_299, debitCents: 0, creditCents: 416_258 };
const check = (text: string) => () => checkBatchControl({ number: 9, text }, BATCH_HEADER, SUMS);

describe('the batch control', () => {
  it('of the sample has the sums of domain.md 5.5', () => {
    expect(sumsOf(sampleEntries())).toEqual(SUMS);
    expect(writeBatchControl(BATCH_HEADER, SUMS)).toBe(LINE);
    expect(check(LINE)).not.toThrow();
  });

  it('may carry a message authentication code, and a company identification on the right of its field', () => {
    expect(check(overwrite(LINE, 1, 55, 'ABCDEF0123456789ABC'))).not.toThrow();
    const header = { ...BATCH_HEADER, companyIdentification: '123456789' };
    const control = { number: 9, text: overwrite(LINE, 1, 45, ' 123456789') };
    expect(() => checkBatchControl(control, header, SUMS)).not.toThrow();
  });

  it.each([
    ['service class', 2, '225', 'HEADER_CONTROL_MISMATCH'],
    ['company', 45, '1987654322', 'HEADER_CONTROL_MISMATCH'],
    ['originating bank', 80, '12104289', 'HEADER_CONTROL_MISMATCH'],
    ['batch number', 88, '0000002', 'HEADER_CONTROL_MISMATCH'],
    ['count', 5, '000005', 'CONTROL_TOTALS'],
    ['hash', 11, '0044342298', 'CONTROL_TOTALS'],
    ['debit total', 21, '000000000001', 'CONTROL_TOTALS'],
    ['credit total', 33, '000000416259', 'CONTROL_TOTALS'],
    ['count of letters', 5, '00000A', 'FIELD_TYPE'],
    ['reserved field', 74, 'X', 'FIELD_VALUE'],
  ] as const)('is refused for a wrong %s', (_what, position, characters, rule) => {
    expectDamage(check(overwrite(LINE, 1, position, characters)), 9, rule);
  });

  it('says what stands there and what was computed', () => {
    expect(check(overwrite(LINE, 1, 33, '000000416259'))).toThrow('creditCents is 000000416259, computed 416258');
  });
});
