import { readAddenda05, writeAddenda05, type RemittanceAddenda } from '../../../domain/nacha/addenda-05';
import { overwrite } from './edit';
import { expectDamage } from './expect-damage';
import { SAMPLE_TEXT } from './sample';

const LINE = SAMPLE_TEXT.split('\n')[3] ?? '';
const TRACE = '121042880000001';
const ADDENDA: RemittanceAddenda = { kind: '05', paymentInformation: 'TRN*1*FUND-20260703-000101*1987654321\\' };
const read = (text: string) => () => readAddenda05({ number: 4, text }, TRACE);

describe('addenda 05', () => {
  it('is written as in the sample, tied to its entry by the last seven digits, and read back', () => {
    expect(writeAddenda05(ADDENDA, TRACE)).toBe(LINE);
    expect(read(LINE)()).toEqual(ADDENDA);
  });

  it('holds 80 characters and refuses to cut the 81st', () => {
    expect(writeAddenda05({ kind: '05', paymentInformation: 'X'.repeat(80) }, TRACE)).toHaveLength(94);
    expect(() => writeAddenda05({ kind: '05', paymentInformation: 'X'.repeat(81) }, TRACE)).toThrow(
      'takes 80 characters',
    );
  });

  it.each([
    ['entry sequence', 88, '0000002', 'FIELD_VALUE'],
    ['addenda sequence', 84, '0002', 'FIELD_VALUE'],
    ['entry sequence of letters', 88, '000000A', 'FIELD_TYPE'],
  ] as const)('is refused for a wrong %s', (_what, position, characters, rule) => {
    expectDamage(read(overwrite(LINE, 1, position, characters)), 4, rule);
  });
});
