import type { LawReport } from '../../db/books';
import { sayBooks } from '../../local/books';

const holding: LawReport[] = [
  { law: 'M1', counted: 'entries', checkedCount: 123, findings: [] },
  { law: 'M4', counted: 'merchants', checkedCount: 2, findings: [] },
];
const broken: LawReport[] = [
  { law: 'M1', counted: 'entries', checkedCount: 123, findings: [] },
  {
    law: 'M4',
    counted: 'merchants',
    checkedCount: 2,
    findings: [{ law: 'M4', subject: 'M-1', detail: 'payable 1, funded invoices 2' }],
  },
];

/** Looks that see one thing after the other; the last for ever. */
async function said(...looks: LawReport[][]): Promise<{ lines: string[]; code: 0 | 1; looksCount: number }> {
  const lines: string[] = [];
  let looksCount = 0;
  const look = async (): Promise<LawReport[]> => {
    looksCount += 1;
    return looks[Math.min(looksCount, looks.length) - 1] ?? [];
  };
  const code = await sayBooks(
    look,
    (line) => lines.push(line),
    async () => undefined,
  );
  return { lines, code, looksCount };
}

describe('npm run books', () => {
  it('says one line a law and ends well when all hold, without a second look', async () => {
    expect(await said(holding)).toEqual({
      lines: ['M1 holds (123 entries)', 'M4 holds (2 merchants)'],
      code: 0,
      looksCount: 1,
    });
  });

  it('names what breaks a law, and ends with 1', async () => {
    expect(await said(broken)).toEqual({
      lines: ['M1 holds (123 entries)', 'M4 is not proven (2 merchants):', '  M-1: payable 1, funded invoices 2'],
      code: 1,
      looksCount: 3,
    });
  });

  it('does not call broken what was only on its way', async () => {
    expect(await said(broken, broken, holding)).toMatchObject({ code: 0, looksCount: 3 });
  });
});
