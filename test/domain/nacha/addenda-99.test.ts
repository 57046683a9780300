import { calendarDate } from '../../../domain/calendar-date';
import { readAddenda99, writeAddenda99, type ReturnAddenda } from '../../../domain/nacha/addenda-99';
import { overwrite } from './edit';
import { expectDamage } from './expect-damage';

/** Laid out by hand after domain.md 5.7. */
const LINE = `799R01121042880000001${' '.repeat(6)}23138010${' '.repeat(44)}231380100000007`;
const RETURNED: ReturnAddenda = {
  ...{ kind: '99', returnCode: 'R01', originalTraceNumber: '121042880000001', originalReceivingBank: '23138010' },
  traceNumber: '231380100000007',
};
const read = (text: string) => () => readAddenda99({ number: 4, text });

describe('addenda 99, a return', () => {
  it('is written at the positions of domain.md 5.7, and read back', () => {
    expect(writeAddenda99(RETURNED)).toBe(LINE);
    expect(read(LINE)()).toEqual(RETURNED);
  });

  it('may tell a date of death and say a few words', () => {
    const returned = {
      ...RETURNED,
      returnCode: 'R15',
      diedOn: calendarDate('2026-06-30'),
      information: 'ACCOUNT HOLDER',
    };
    const line = overwrite(overwrite(overwrite(LINE, 1, 4, 'R15'), 1, 22, '260630'), 1, 36, 'ACCOUNT HOLDER');
    expect(writeAddenda99(returned)).toBe(line);
    expect(read(line)()).toEqual(returned);
  });

  it('tells no date of death by blanks or by zeros', () => {
    expect(read(overwrite(LINE, 1, 22, '000000'))()).toEqual(RETURNED);
  });

  it.each([
    ['return code', 4, 'C01', 'FIELD_VALUE'],
    ['date of death', 22, '260631', 'FIELD_VALUE'],
    ['original trace number', 7, '12104288000000X', 'FIELD_TYPE'],
    ['original bank', 28, '        ', 'FIELD_TYPE'],
  ] as const)('is refused for a wrong %s', (_what, position, characters, rule) => {
    expectDamage(read(overwrite(LINE, 1, position, characters)), 4, rule);
  });
});
