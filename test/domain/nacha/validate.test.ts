import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { AchContext } from '../../../domain/nacha/checks/context';
import { rawFile } from '../../../domain/nacha/checks/raw-file';
import { CHECK_IDS, type CheckId } from '../../../domain/nacha/checks/violation';
import { parseAchFile } from '../../../domain/nacha/parse';
import { renderAchFile } from '../../../domain/nacha/render';
import { validateAchFile } from '../../../domain/nacha/validate';
import { overwrite, overwriteAll } from './edit';
import { entry, FOUR, PLANTED, rendered, RICH, RUN } from './planted-faults';
import { BATCH_HEADER, FILE_HEADER, SAMPLE_CONTEXT, SAMPLE_TEXT } from './sample';

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

  it('lets nobody be paid a net of nothing', () => {
    const text = rendered(entry({ amountCents: cents(0) }));
    expect(checksOf(text, { run: { netCents: new Map([['MRCH000101', cents(0)]]) } })).toEqual(['V18', 'V28']);
  });

  it('passes two batches of hundreds of entries, whose hashes pass ten digits', () => {
    const batches = [1, 2].map((batchNumber) => ({
      header: { ...BATCH_HEADER, batchNumber },
      entries: Array.from({ length: 300 }, (_, at) =>
        entry({
          routingNumber: '999999992',
          traceNumber: `12104288${String(batchNumber * 1000 + at).padStart(7, '0')}`,
          addenda: { kind: '05', paymentInformation: `FUND-20260703-${at}` },
        }),
      ).flat(),
    }));
    const text = renderAchFile({ header: FILE_HEADER, batches });
    expect(text.split('\n')).toHaveLength(1210);
    expect(text.split('\n')[1205]).toMatch(/^9000002000121000012009999999400/);
    expect(checksOf(text)).toEqual([]);
    expect(parseAchFile(text).batches.map(({ entries }) => entries.length)).toEqual([300, 300]);
  });

  it('counts an addenda without an entry with no other batch', () => {
    const [header = '', batchHeader = '', , addenda = ''] = SAMPLE_TEXT.split('\n');
    const { batches } = rawFile([header, batchHeader, SAMPLE_TEXT.split('\n')[2], batchHeader, addenda].join('\n'));
    expect(batches.map(({ entries }) => entries.map((each) => each.addenda.length))).toEqual([[0], []]);
  });

  it.each(['', 'x', '9'.repeat(94), SAMPLE_TEXT.split('\n')[2] ?? ''])('has an answer to anything: %#', (text) => {
    expect(checksOf(text).length).toBeGreaterThan(0);
  });
});
