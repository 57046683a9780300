import { checkFileControl, writeFileControl } from '../../../domain/nacha/file-control';
import { overwrite } from './edit';
import { expectDamage } from './expect-damage';
import { SAMPLE_TEXT } from './sample';

const LINE = SAMPLE_TEXT.split('\n')[9] ?? '';
const SUMS = {
  ...{ batchCount: 1, blockCount: 1, recordCount: 6 },
  ...{ entryHash: 44_342_299, debitCents: 0, creditCents: 416_258 },
};
const check = (text: string) => () => checkFileControl({ number: 10, text }, SUMS);

describe('the file control', () => {
  it('is written as in the sample, and found right', () => {
    expect(writeFileControl(SUMS)).toBe(LINE);
    expect(check(LINE)).not.toThrow();
  });

  it('refuses a total that twelve digits cannot hold', () => {
    expect(() => writeFileControl({ ...SUMS, creditCents: 1_000_000_000_000 })).toThrow(
      'creditCents takes up to 12 digits',
    );
  });

  it.each([
    ['batch count', 2, '000002', 'CONTROL_TOTALS'],
    ['block count', 8, '000002', 'CONTROL_TOTALS'],
    ['record count', 14, '00000007', 'CONTROL_TOTALS'],
    ['hash', 22, '0044342290', 'CONTROL_TOTALS'],
    ['debit total', 32, '000000000001', 'CONTROL_TOTALS'],
    ['credit total', 44, '000000416257', 'CONTROL_TOTALS'],
    ['reserved field', 94, '0', 'FIELD_VALUE'],
  ] as const)('is refused for a wrong %s', (_what, position, characters, rule) => {
    expectDamage(check(overwrite(LINE, 1, position, characters)), 10, rule);
  });
});
