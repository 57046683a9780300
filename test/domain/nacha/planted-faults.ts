import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { AchEntry, AchFile } from '../../../domain/nacha/ach-file';
import type { AchContext } from '../../../domain/nacha/checks/context';
import type { CheckId } from '../../../domain/nacha/checks/violation';
import { renderAchFile } from '../../../domain/nacha/render';

import { overwrite, overwriteAll } from './edit';
import { BATCH_HEADER, FILE_HEADER, SAMPLE_TEXT, sampleEntries, sampleFile } from './sample';

export const RUN = {
  netCents: new Map([
    ['MRCH000101', cents(345_024)],
    ['MRCH000102', cents(70_000)],
    ['MRCH000103', cents(1_234)],
  ]),
  reference: 'FUND-20260703',
  earlierText: SAMPLE_TEXT,
};

export const entry = (more: Partial<AchEntry>): AchEntry[] => sampleEntries(1).map((first) => ({ ...first, ...more }));
const withEntries = (entries: AchEntry[], header = BATCH_HEADER): AchFile => ({
  header: FILE_HEADER,
  batches: [{ header, entries }],
});
export const rendered = (entries: AchEntry[], header = BATCH_HEADER): string =>
  renderAchFile(withEntries(entries, header));

/** An entry without addenda makes a file of five records and five lines of nines. */
const PLAIN = sampleEntries(1).map(({ addenda: _addenda, ...plain }) => plain);

/** Two batches of the sample, with the numbers given. */
function batchesNumbered(first: number, second: number): string {
  const [one, ...others] = sampleEntries();
  const batches = [
    { header: { ...BATCH_HEADER, batchNumber: first }, entries: one ? [one] : [] },
    { header: { ...BATCH_HEADER, batchNumber: second }, entries: others },
  ];
  return renderAchFile({ header: FILE_HEADER, batches });
}

function withEmptyBatch(): string {
  const lines = SAMPLE_TEXT.split('\n');
  const header = overwrite(lines[1] ?? '', 1, 88, '0000002');
  const control = overwriteAll(lines[8] ?? '', [
    [1, 88, '0000002'],
    [1, 5, '0'.repeat(40)],
  ]);
  const nines = Array.from({ length: 8 }, () => '9'.repeat(94));
  const fileControl = overwriteAll(lines[9] ?? '', [
    [1, 2, '000002'],
    [1, 8, '000002'],
  ]);
  return [...lines.slice(0, 9), header, control, fileControl, ...nines].join('\n');
}

export const FOUR = renderAchFile(sampleFile(4));
export const RICH = rendered(entry({ amountCents: cents(100_000_001) }), {
  ...BATCH_HEADER,
  effectiveOn: calendarDate('2026-07-03'),
});

/** One fault each, such that nothing else in the file is wrong. */
export const PLANTED: Record<CheckId, [fault: string, text: string, context?: Partial<AchContext>][]> = {
  V1: [
    ['a letter that is not ASCII', overwrite(SAMPLE_TEXT, 5, 60, 'Ñ')],
    ['a line cut behind its last field', SAMPLE_TEXT.slice(0, -1)],
  ],
  V2: [['a batch without an entry', withEmptyBatch()]],
  V3: [
    ['a padding line too few', FOUR.slice(0, -95)],
    ['padding with a space', overwrite(FOUR, 20, 94, ' ')],
  ],
  V4: [
    ['record size 095', overwrite(SAMPLE_TEXT, 1, 35, '095')],
    ['format 2', overwrite(SAMPLE_TEXT, 1, 40, '2')],
  ],
  V5: [
    ['a destination with one digit changed', overwrite(SAMPLE_TEXT, 1, 5, '221042882')],
    ['a destination of ten digits', overwrite(SAMPLE_TEXT, 1, 4, '1')],
    ['a destination on the left of its field', overwrite(SAMPLE_TEXT, 1, 4, '121042882 ')],
  ],
  V6: [
    ['the 31st of June', overwrite(SAMPLE_TEXT, 1, 24, '260631')],
    ['yesterday', overwrite(SAMPLE_TEXT, 1, 24, '260702')],
    ['a quarter past 25', overwrite(SAMPLE_TEXT, 1, 30, '2515')],
  ],
  V7: [
    [
      'credits declared as debits',
      overwriteAll(SAMPLE_TEXT, [
        [2, 2, '225'],
        [9, 2, '225'],
      ]),
    ],
    [
      'a class for advices',
      overwriteAll(SAMPLE_TEXT, [
        [2, 2, '280'],
        [9, 2, '280'],
      ]),
    ],
    ['a file of credits where debits were meant', SAMPLE_TEXT, { direction: 'debits' }],
  ],
  V8: [
    ['another service class', overwrite(SAMPLE_TEXT, 9, 2, '200')],
    ['another company', overwrite(SAMPLE_TEXT, 9, 45, '1987654320')],
    ['another batch number', overwrite(SAMPLE_TEXT, 9, 88, '0000002')],
  ],
  V9: [
    ['batch 2 before batch 1', batchesNumbered(2, 1)],
    ['the same number twice', batchesNumbered(1, 1)],
  ],
  V10: [['a class that was not agreed on', SAMPLE_TEXT, { entryClasses: ['PPD', 'WEB'] }]],
  V11: [
    ['no company name', overwrite(SAMPLE_TEXT, 2, 5, ' '.repeat(16))],
    ['no description', overwrite(SAMPLE_TEXT, 2, 54, ' '.repeat(10))],
    ['a reserved description', overwrite(SAMPLE_TEXT, 2, 54, 'REVERSAL  ')],
  ],
  V12: [
    ['a Saturday', overwrite(SAMPLE_TEXT, 2, 70, '260704')],
    ['a day that has passed', overwrite(SAMPLE_TEXT, 2, 70, '260702')],
    ['the third banking day', overwrite(SAMPLE_TEXT, 2, 70, '260708')],
    ['years ahead', overwrite(SAMPLE_TEXT, 2, 70, '280703')],
    ['no date', overwrite(SAMPLE_TEXT, 2, 70, '      ')],
  ],
  V13: [['a settlement date', overwrite(SAMPLE_TEXT, 2, 76, '187')]],
  V14: [['originator status 2', overwrite(SAMPLE_TEXT, 2, 79, '2')]],
  V15: [
    ['transaction code 62', overwrite(SAMPLE_TEXT, 3, 2, '62')],
    [
      'a zero-dollar entry to a consumer',
      rendered(entry({ transactionCode: '24', amountCents: cents(0) }), { ...BATCH_HEADER, entryClass: 'PPD' }),
    ],
  ],
  V16: [['a wrong ninth digit', overwrite(SAMPLE_TEXT, 3, 12, '5')]],
  V17: [['no account', overwrite(SAMPLE_TEXT, 3, 13, ' '.repeat(17))]],
  V18: [
    ['nothing to pay', rendered(entry({ amountCents: cents(0) }))],
    ['a prenote with money', rendered(entry({ transactionCode: '23', amountCents: cents(1) }))],
  ],
  V19: [['no name', overwrite(SAMPLE_TEXT, 3, 55, ' '.repeat(22))]],
  V20: [
    ['an addenda nobody announced', overwrite(SAMPLE_TEXT, 3, 79, '0')],
    ['an addenda of another entry', overwrite(SAMPLE_TEXT, 4, 88, '0000002')],
    ['a second addenda of one entry', overwrite(SAMPLE_TEXT, 4, 84, '0002')],
    ['an addenda announced and not there', overwrite(rendered(PLAIN), 3, 79, '1')],
  ],
  V21: [
    ['the trace number of another bank', overwrite(SAMPLE_TEXT, 3, 80, '12104289')],
    [
      'a trace number that does not ascend',
      overwriteAll(SAMPLE_TEXT, [
        [5, 88, '0000001'],
        [6, 88, '0000001'],
      ]),
    ],
    [
      'a trace number of another batch',
      overwriteAll(batchesNumbered(1, 2), [
        [7, 88, '0000001'],
        [8, 88, '0000001'],
      ]),
    ],
  ],
  V22: [
    [
      'counts without the addenda',
      overwriteAll(SAMPLE_TEXT, [
        [9, 5, '000003'],
        [10, 14, '00000003'],
      ]),
    ],
  ],
  V23: [
    [
      'hashes of other banks',
      overwriteAll(SAMPLE_TEXT, [
        [9, 11, '0044342298'],
        [10, 22, '0044342298'],
      ]),
    ],
  ],
  V24: [
    [
      'a credit total of a cent more',
      overwriteAll(SAMPLE_TEXT, [
        [9, 33, '000000416259'],
        [10, 44, '000000416259'],
      ]),
    ],
    [
      'a debit total out of nowhere',
      overwriteAll(SAMPLE_TEXT, [
        [9, 21, '000000000001'],
        [10, 32, '000000000001'],
      ]),
    ],
  ],
  V25: [
    ['a batch count of two', overwrite(SAMPLE_TEXT, 10, 2, '000002')],
    ['a count that is not the batch’s', overwrite(SAMPLE_TEXT, 10, 14, '00000003')],
    ['a hash that is not the batch’s', overwrite(SAMPLE_TEXT, 10, 22, '0044342298')],
    ['a total that is not the batch’s', overwrite(SAMPLE_TEXT, 10, 44, '000000416259')],
  ],
  V26: [['a block count without the padding', overwrite(FOUR, 12, 8, '000001')]],
  V27: [
    ['more than a million dollars on the same day', RICH],
    [
      'the same day after the last cut-off',
      overwriteAll(SAMPLE_TEXT, [
        [1, 30, '1646'],
        [2, 70, '260703'],
      ]),
    ],
    ['the same day after the bank’s own cut-off', overwrite(SAMPLE_TEXT, 2, 70, '260703'), { sameDayCutOff: '1400' }],
  ],
  V28: [
    [
      'a receiver paid twice',
      rendered(sampleEntries().map((each) => ({ ...each, identificationNumber: 'MRCH000101', amountCents: cents(5) }))),
      { run: { netCents: new Map([['MRCH000101', cents(5)]]) } },
    ],
    [
      'an amount that is not the net',
      SAMPLE_TEXT,
      { run: { netCents: new Map(RUN.netCents).set('MRCH000102', cents(70_001)) } },
    ],
    ['a receiver the run does not owe', SAMPLE_TEXT, { run: { netCents: new Map([...RUN.netCents].slice(1)) } }],
    [
      'a receiver who is not paid',
      SAMPLE_TEXT,
      { run: { netCents: new Map(RUN.netCents).set('MRCH000104', cents(1)) } },
    ],
  ],
  V29: [
    ['an addenda of another run', SAMPLE_TEXT, { run: { ...RUN, reference: 'FUND-20260702' } }],
    ['other bytes than before', overwrite(SAMPLE_TEXT, 1, 30, '1406'), { run: RUN }],
  ],
  V30: [
    ['a modifier already used', SAMPLE_TEXT, { usedFileIdModifiers: ['A'] }],
    ['a modifier that is none', overwrite(SAMPLE_TEXT, 1, 34, '*')],
  ],
};
