import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { AchContext } from '../../../domain/nacha/checks/context';
import { CHECK_IDS, type CheckId } from '../../../domain/nacha/checks/violation';
import { validateAchFile } from '../../../domain/nacha/validate';
import { overwrite, overwriteAll } from './edit';
import { entry, FOUR, PLANTED, rendered, RICH, RUN } from './planted-faults';
import { BATCH_HEADER, SAMPLE_CONTEXT, SAMPLE_TEXT } from './sample';

const checksOf = (text: string, more: Partial<AchContext> = {}): CheckId[] => [
  ...new Set(validateAchFile(text, { ...SAMPLE_CONTEXT, ...more }).map(({ check }) => check)),
];

describe.each(CHECK_IDS)('check %s', (check) => {
  it.each(PLANTED[check].map(([fault, text, context]) => ({ fault, text, context })))(
    'alone finds $fault',
    (planted) => {
      expect(checksOf(planted.text, planted.context)).toEqual([check]);
    },
  );
});

describe('the validator', () => {
  it('passes the sample of domain.md 5.5 and the variant of four merchants', () => {
    expect(validateAchFile(SAMPLE_TEXT, { ...SAMPLE_CONTEXT, run: RUN })).toEqual([]);
    expect(validateAchFile(FOUR, SAMPLE_CONTEXT)).toEqual([]);
  });

  it('names the line', () => {
    expect(validateAchFile(overwrite(SAMPLE_TEXT, 7, 12, '8'), SAMPLE_CONTEXT)).toEqual([
      { check: 'V16', lineNumber: 7, detail: 'check digit of the routing number is wrong' },
    ]);
  });

  it.each([
    ['a prenote', rendered(entry({ transactionCode: '23', amountCents: cents(0) }))],
    [
      'exactly a million dollars on the same day',
      overwriteAll(RICH, [
        [3, 30, '0100000000'],
        [5, 33, '000100000000'],
        [6, 44, '000100000000'],
      ]),
    ],
    [
      'the same day at the last cut-off',
      overwriteAll(SAMPLE_TEXT, [
        [1, 30, '1645'],
        [2, 70, '260703'],
      ]),
    ],
    ['credits on the second banking day', overwrite(SAMPLE_TEXT, 2, 70, '260707')],
  ])('passes %s', (_what, text) => {
    expect(checksOf(text)).toEqual([]);
  });

  it('passes a reserved description that is meant', () => {
    const text = overwrite(SAMPLE_TEXT, 2, 54, 'RETRY PYMT');
    expect([checksOf(text), checksOf(text, { meantDescriptions: ['RETRY PYMT'] })]).toEqual([['V11'], []]);
  });

  it('gives debits one banking day where credits have two', () => {
    const debits = (effectiveOn: string): CheckId[] =>
      checksOf(
        rendered(entry({ transactionCode: '27' }), {
          ...BATCH_HEADER,
          serviceClass: '225',
          effectiveOn: calendarDate(effectiveOn),
        }),
        { direction: 'debits' },
      );
    expect([debits('2026-07-06'), debits('2026-07-07')]).toEqual([[], ['V12']]);
  });

  it('asks the bank’s own calendar where it is given', () => {
    expect(checksOf(SAMPLE_TEXT, { isBankingDay: (date) => date !== '2026-07-06' })).toEqual(['V12']);
  });

  it.each(['', 'x', '9'.repeat(94), SAMPLE_TEXT.split('\n')[2] ?? ''])('has an answer to anything: %#', (text) => {
    expect(checksOf(text).length).toBeGreaterThan(0);
  });
});
