import { parseAchFile } from '../../../domain/nacha/parse';
import { renderAchFile } from '../../../domain/nacha/render';
import { CHANGE_FILE, RETURN_FILE, STRANGERS_FILE } from './bank-files';
import { overwrite, overwriteAll } from './edit';
import { expectDamage } from './expect-damage';
import { sampleFile, SAMPLE_TEXT } from './sample';

const FOUR = renderAchFile(sampleFile(4));

describe('the reader of ACH files', () => {
  it('reads the sample of domain.md 5.5', () => {
    expect(parseAchFile(SAMPLE_TEXT)).toEqual(sampleFile());
  });

  it('forgives Windows line ends and a missing last one', () => {
    const windows = FOUR.replaceAll('\n', '\r\n');
    const texts = [FOUR, `${FOUR}\n`, windows, `${windows}\r\n`];
    expect(texts.map((text) => renderAchFile(parseAchFile(text)))).toEqual(texts.map(() => FOUR));
  });

  it('reads returns as banks write them, whatever class the original had', () => {
    const { header, batches } = parseAchFile(RETURN_FILE);
    expect([header.immediateDestination, header.immediateOrigin, header.originName]).toEqual([
      '1987654321',
      '121042882',
      'ODFI Example Bank',
    ]);
    expect(batches.map(({ header: { entryClass, settlementDay } }) => [entryClass, settlementDay])).toEqual([
      ['WEB', '187'],
      ['CCD', '187'],
    ]);
    expect(batches.flatMap(({ entries }) => entries.map(({ addenda }) => addenda))).toEqual([
      {
        kind: '99',
        returnCode: 'R01',
        originalTraceNumber: '121042880000007',
        originalReceivingBank: '09100001',
        traceNumber: '091000017611242',
      },
      {
        kind: '99',
        returnCode: 'R03',
        originalTraceNumber: '121042880000001',
        originalReceivingBank: '23138010',
        information: 'no account',
        traceNumber: '021000029461242',
      },
    ]);
  });

  it('reads notifications of change', () => {
    const [batch] = parseAchFile(CHANGE_FILE).batches;
    expect([batch?.header.entryClass, batch?.header.effectiveOn, batch?.entries[0]?.accountNumber]).toEqual([
      'COR',
      undefined,
      '744-5678-99',
    ]);
    expect(batch?.entries[0]?.addenda).toEqual({
      ...{ kind: '98', changeCode: 'C01', correctedData: '1918171614', originalTraceNumber: '121042880000001' },
      ...{ originalReceivingBank: '12104288', traceNumber: '091012980000088' },
    });
  });

  it('reads the file of another originator', () => {
    expect(
      parseAchFile(STRANGERS_FILE).batches.map(({ entries }) => entries.map(({ amountCents }) => amountCents)),
    ).toEqual([[44, 44], [2300]]);
  });
});

const without = (text: string, lineNumber: number): string =>
  text
    .split('\n')
    .filter((_, at) => at !== lineNumber - 1)
    .join('\n');

function swapped(text: string, lineNumber: number): string {
  const lines = text.split('\n');
  return [
    ...lines.slice(0, lineNumber - 1),
    lines[lineNumber],
    lines[lineNumber - 1],
    ...lines.slice(lineNumber + 1),
  ].join('\n');
}

describe('the reader refuses a file, naming line and rule,', () => {
  it.each([
    ['that is empty', '', 1, 'RECORD_LENGTH'],
    ['of one empty line', '\n', 1, 'RECORD_LENGTH'],
    ['with a short line', SAMPLE_TEXT.replace('FUND0703\n', 'FUND070\n'), 1, 'RECORD_LENGTH'],
    ['with a long line', SAMPLE_TEXT.replace('FUND0703\n', 'FUND0703 \n'), 1, 'RECORD_LENGTH'],
    ['with a blank line in it', SAMPLE_TEXT.replace('\n5', '\n\n5'), 2, 'RECORD_LENGTH'],
    ['with two kinds of line ends', SAMPLE_TEXT.replace('\n', '\r\n'), 2, 'RECORD_LENGTH'],
    ['that begins with a byte order mark', `\uFEFF${SAMPLE_TEXT}`, 1, 'RECORD_LENGTH'],
    ['with a letter that is not ASCII', overwrite(SAMPLE_TEXT, 5, 55, 'Ñ'), 5, 'CHARACTER_SET'],
    ['with a control character', overwrite(SAMPLE_TEXT, 7, 55, '\t'), 7, 'CHARACTER_SET'],
    ['without its header', without(SAMPLE_TEXT, 1), 1, 'RECORD_ORDER'],
    ['without a batch header', without(SAMPLE_TEXT, 2), 2, 'RECORD_ORDER'],
    ['with an addenda before its entry', swapped(SAMPLE_TEXT, 3), 3, 'RECORD_ORDER'],
    ['with an announced addenda missing', without(SAMPLE_TEXT, 4), 4, 'RECORD_ORDER'],
    ['with an addenda nobody announced', overwrite(SAMPLE_TEXT, 3, 79, '0'), 4, 'RECORD_ORDER'],
    ['without a batch control', without(SAMPLE_TEXT, 9), 9, 'RECORD_ORDER'],
    ['without a file control', without(SAMPLE_TEXT, 10), 10, 'RECORD_ORDER'],
    ['with an entry after the file control', `${SAMPLE_TEXT}\n${SAMPLE_TEXT.split('\n')[2] ?? ''}`, 11, 'BLOCKING'],
    ['padded with anything but nines', overwrite(FOUR, 15, 90, '8'), 15, 'BLOCKING'],
    ['with a padding line too few', without(FOUR, 20), 19, 'BLOCKING'],
    [
      'with a whole block of nines too many',
      [SAMPLE_TEXT, ...Array.from({ length: 10 }, () => '9'.repeat(94))].join('\n'),
      20,
      'BLOCKING',
    ],
    ['with a wrong hash', overwrite(SAMPLE_TEXT, 9, 11, '0044342298'), 9, 'CONTROL_TOTALS'],
    ['with a wrong total', overwrite(SAMPLE_TEXT, 10, 44, '000000416259'), 10, 'CONTROL_TOTALS'],
    ['with an amount that was changed', overwrite(SAMPLE_TEXT, 3, 30, '0000345025'), 9, 'CONTROL_TOTALS'],
    ['with a batch that ends as another', overwrite(SAMPLE_TEXT, 9, 88, '0000002'), 9, 'HEADER_CONTROL_MISMATCH'],
    ['with an addenda type unknown to us', overwrite(SAMPLE_TEXT, 4, 2, '10'), 4, 'FIELD_VALUE'],
    [
      'with a notification of change outside COR',
      overwriteAll(CHANGE_FILE, [
        [2, 51, 'PPD'],
        [2, 70, '260709'],
      ]),
      3,
      'FIELD_VALUE',
    ],
    ['with a return in a COR batch', overwrite(RETURN_FILE, 2, 51, 'COR'), 3, 'FIELD_VALUE'],
    ['with a return that gives no reason', overwrite(SAMPLE_TEXT, 3, 2, '21'), 3, 'FIELD_VALUE'],
  ] as const)('%s', (_what, text, lineNumber, rule) => {
    expectDamage(() => parseAchFile(text), lineNumber, rule);
  });
});
