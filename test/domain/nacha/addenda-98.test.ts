import { readAddenda98, writeAddenda98, type NotificationOfChange } from '../../../domain/nacha/addenda-98';
import { overwrite } from './edit';
import { expectDamage } from './expect-damage';

/** Laid out by hand after domain.md 5.7. */
const LINE = `798C01121042880000001${' '.repeat(6)}12104288${'1918171614'.padEnd(29)}${' '.repeat(15)}091012980000088`;
const CHANGE: NotificationOfChange = {
  ...{ kind: '98', changeCode: 'C01', originalTraceNumber: '121042880000001', originalReceivingBank: '12104288' },
  ...{ correctedData: '1918171614', traceNumber: '091012980000088' },
};
const read = (text: string) => () => readAddenda98({ number: 4, text });

describe('addenda 98, a notification of change', () => {
  it('is written at the positions of domain.md 5.7, and read back', () => {
    expect(writeAddenda98(CHANGE)).toBe(LINE);
    expect(read(LINE)()).toEqual(CHANGE);
  });

  it.each([
    ['change code', 4, 'X01', 'FIELD_VALUE'],
    ['change code without a number', 4, 'C0 ', 'FIELD_VALUE'],
    ['original trace number', 7, '12104288       ', 'FIELD_TYPE'],
    ['reserved field', 22, '260703', 'FIELD_VALUE'],
    ['corrected data', 36, ' '.repeat(29), 'FIELD_VALUE'],
    ['trace number', 80, ' '.repeat(15), 'FIELD_TYPE'],
  ] as const)('is refused for a wrong %s', (_what, position, characters, rule) => {
    expectDamage(read(overwrite(LINE, 1, position, characters)), 4, rule);
  });
});
