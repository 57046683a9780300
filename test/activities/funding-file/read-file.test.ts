import fc from 'fast-check';
import { csvFault, csvRecords } from '../../../activities/funding-file/csv-records';
import { FileReader, type ReadFile } from '../../../activities/funding-file/read-file';
import type { StagedRow } from '../../../db/funding-file-rows';
import { type FileFault, MAX_FILE_ROWS } from '../../../domain/funding-file/file-fault';

const HEADER = 'store_name,lease_id,customer_name,invoice_amount,delivery_date';
const row = (leaseId: string, more: { customer?: string; amount?: string; date?: string } = {}): string =>
  `BestSofa,${leaseId},${more.customer ?? '"Ruiz, Ana"'},${more.amount ?? '1000.00'},${more.date ?? '2026-11-24'}`;
const FILE = [HEADER, row('1002003001'), row('1002003002'), '#TRAILER,2,2000.00', ''].join('\r\n');

async function* inParts(bytes: Buffer, cuts: readonly number[] = []): AsyncGenerator<Buffer> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const to of [...places, bytes.length]) {
    yield bytes.subarray(from, to);
    from = to;
  }
}

async function read(
  content: string | Buffer,
  cuts?: number[],
): Promise<{ end: ReadFile | FileFault; rows: StagedRow[] }> {
  const rows: StagedRow[] = [];
  const reader = new FileReader(async (batch) => void rows.push(...batch));
  try {
    for await (const cells of csvRecords(inParts(Buffer.from(content), cuts))) {
      const fault = await reader.take(cells);
      if (fault) return { end: fault, rows };
    }
  } catch (error) {
    const fault = csvFault(error);
    if (!fault) throw error;
    return { end: fault, rows };
  }
  return { end: await reader.end(), rows };
}

const codeOf = async (content: string | Buffer) => {
  const { end } = await read(content);
  return 'code' in end ? end.code : 'taken';
};

describe('a funding file', () => {
  it.each([
    ['with LF', FILE.replaceAll('\r\n', '\n')],
    ['with a byte order mark', `\ufeff${FILE}`],
    ['without a line end at its end', FILE.trimEnd()],
    ['without a trailer', FILE.replace(/#TRAILER.*\r\n/, '')],
    ['with lines without anything in them', FILE.replaceAll('\r\n', '\r\n\r\n')],
    ['with the empty rows a spreadsheet leaves', FILE.replace('#TRAILER', ',,,,\r\n , ,,,\r\n#TRAILER')],
    ['whose columns stand in another order', FILE.replace(HEADER, HEADER.replace('store_name', 'STORE NAME'))],
  ])('is read row by row %s', async (_how, text) => {
    const { end, rows } = await read(text);
    expect(end).toMatchObject({ rowCount: 2 });
    expect(rows).toMatchObject([
      { rowNumber: 1, leaseId: '1002003001', amountCents: 100_000, result: null },
      { rowNumber: 2, leaseId: '1002003002', cells: ['BestSofa', '1002003002', 'Ruiz, Ana', '1000.00', '2026-11-24'] },
    ]);
  });

  it('is the same file however its bytes arrive, also in the middle of a letter', async () => {
    const bytes = Buffer.from(FILE.replace('Ruiz, Ana', 'Peña, José 😀'));
    const whole = await read(bytes);
    expect(whole.rows[0]?.cells[2]).toBe('Peña, José 😀');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 30 }), async (cuts) => {
        expect(await read(bytes, cuts)).toEqual(whole);
      }),
    );
    expect(
      await read(
        bytes,
        Array.from({ length: bytes.length }, (_, at) => at),
      ),
    ).toEqual(whole);
  });

  it.each([
    ['F1: bytes that are no UTF-8', Buffer.concat([Buffer.from(FILE), Buffer.from([0xff])]), 'NOT_CSV'],
    ['F1: UTF-16, as spreadsheets write it', Buffer.from(`\ufeff${FILE}`, 'utf16le'), 'NOT_CSV'],
    ['F1: a letter that is cut at the end', Buffer.concat([Buffer.from(FILE), Buffer.from([0xc3])]), 'NOT_CSV'],
    ['F1: a quote that is never closed', FILE.replace('"Ruiz, Ana"', '"Ruiz, Ana'), 'NOT_CSV'],
    ['F1: a quote in the middle of a cell', FILE.replace('"Ruiz, Ana"', 'Ana "Nita" Ruiz'), 'NOT_CSV'],
    ['F1: one endless cell', `${HEADER}\n"${'x'.repeat(70_000)}",1,2,3,4\n`, 'NOT_CSV'],
    ['F2: a required column that is missing', FILE.replace('invoice_amount', 'amount_due'), 'MISSING_COLUMN'],
    ['F2: cells parted by semicolons', HEADER.replaceAll(',', ';'), 'MISSING_COLUMN'],
    ['F3: nothing', '', 'EMPTY'],
    ['F3: a header alone', HEADER, 'EMPTY'],
    ['F3: a trailer that counts no rows', `${HEADER}\n#TRAILER,0,0.00\n`, 'EMPTY'],
    ['F7: a row that was lost', FILE.replace(`${row('1002003002')}\r\n`, ''), 'TRAILER_MISMATCH'],
    ['F7: another amount', FILE.replace('1000.00', '1000.01'), 'TRAILER_MISMATCH'],
    ['F7: rows behind the trailer', `${FILE}${row('1002003003')}\r\n`, 'TRAILER_MISMATCH'],
    ['F7: a trailer that is cut', FILE.replace('2000.00', ''), 'TRAILER_MISMATCH'],
  ])('is refused as a whole for %s', async (_why, content, code) => {
    expect(await codeOf(content)).toBe(code);
  });

  it('names the line where it stops being CSV, and nothing of what stands there', async () => {
    const { end } = await read(FILE.replace('"Ruiz, Ana"', '"Ruiz" Ana'));
    expect(end).toEqual({ code: 'NOT_CSV', particulars: 'line 2' });
  });

  it('cut at any byte is refused, or what is left of it are whole rows: none is acted on in part', async () => {
    const bytes = Buffer.from(FILE);
    const textOf = ({ cells }: StagedRow) => cells.join().trim();
    const whole = (await read(bytes)).rows.map(textOf);
    for (let length = 0; length <= bytes.length; length += 1) {
      const { end, rows } = await read(bytes.subarray(0, length));
      const actedOn = 'code' in end ? [] : rows.filter(({ result }) => result === null);
      expect(actedOn.filter((staged) => !whole.includes(textOf(staged)))).toEqual([]);
    }
  });

  it('keeps a row that is wrong by itself with its code, and the others without', async () => {
    const rows = [row('12345'), row('1002003001', { date: '2026-02-30' }), row('1002003002', { amount: '$7' })];
    const read1 = await read([HEADER, ...rows, '#TRAILER,3,2000.00'].join('\n'));
    expect(read1.end).toMatchObject({ rowCount: 3 });
    expect(read1.rows.map(({ leaseId, amountCents, result }) => [leaseId, amountCents, result?.code ?? null])).toEqual([
      [null, 100_000, 'INVALID_LEASE_ID'],
      ['1002003001', 100_000, 'DELIVERY_DATE_INVALID'],
      ['1002003002', null, null],
    ]);
  });

  it('has at most 100,000 rows (F4)', async () => {
    const reader = new FileReader(async () => undefined);
    await reader.take(HEADER.split(','));
    const cells = row('1002003001', { customer: 'Ruiz' }).split(',');
    let firstFault;
    for (let count = 0; count < MAX_FILE_ROWS; count += 1) firstFault ??= await reader.take(cells);
    expect(firstFault).toBeUndefined();
    expect(await reader.take(cells)).toEqual({ code: 'TOO_LARGE' });
  });

  it('of any noise at all is refused or read, and never fails', async () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '\u0000', '\r', ',,,', '#TRAILER,1', '=1+1'),
    );
    await fc.assert(
      fc.asyncProperty(noise, fc.nat({ max: FILE.length }), async (text, at) => {
        const { end } = await read(`${FILE.slice(0, at)}${text}${FILE.slice(at)}`);
        expect('code' in end ? end.code : end.rowCount).toBeDefined();
      }),
    );
  });
});
