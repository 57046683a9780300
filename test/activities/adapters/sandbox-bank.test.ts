import { sandboxBank } from '../../../activities/adapters/sandbox-bank';
import { BankRefusedFile } from '../../../activities/ports';
import { cents } from '../../../domain/cents';
import type { AchAddenda, AchEntry } from '../../../domain/nacha/ach-file';
import { parseAchFile } from '../../../domain/nacha/parse';
import { anEntry, handedFile } from '../../domain/simulated-bank/handed-files';
import { inMemorySandboxBank } from '../../support/in-memory-sandbox-bank';
import { on } from '../../support/lease-fixture';

const MONDAY = on('2026-07-06');
const TUESDAY = on('2026-07-07');
const WEDNESDAY = on('2026-07-08');

const aBank = () => sandboxBank(inMemorySandboxBank());
const given = (text: string, name = 'OWNWARD_CRUN-2026-07-03.ach') => ({ name, text });

/** What the bank says of the entries, in words: code, original trace, amount. */
function sayings(text: string): string[] {
  const about = (addenda: AchAddenda | undefined): string => {
    if (addenda?.kind === '99') return `${addenda.returnCode} ${addenda.originalTraceNumber}`;
    if (addenda?.kind === '98') return `${addenda.changeCode} ${addenda.originalTraceNumber} ${addenda.correctedData}`;
    return 'nothing';
  };
  const { batches } = parseAchFile(text);
  return batches.flatMap(({ entries }) =>
    entries.map(({ addenda, amountCents, transactionCode }) => `${transactionCode} ${amountCents} ${about(addenda)}`),
  );
}

async function answers(entries: AchEntry[], day = TUESDAY): Promise<string[]> {
  const bank = aBank();
  await bank.deliver(given(handedFile(entries)));
  return (await bank.collect(day)).flatMap(({ text }) => sayings(text));
}

describe('the simulated bank', () => {
  it.each([
    ['0001', 'R01'],
    ['0002', 'R02'],
    ['0003', 'R03'],
    ['0007', 'R07'],
    ['0010', 'R10'],
    ['0011', 'R01'],
    ['0016', 'R16'],
    ['0020', 'R20'],
    ['0029', 'R29'],
  ])('returns a debit of an account ending %s as %s, on the banking day after it settles', async (lastFour, code) => {
    const entries = [anEntry(1, '4321'), anEntry(2, lastFour)];
    expect(await answers(entries, MONDAY)).toEqual([]);
    expect(await answers(entries)).toEqual([`26 7504 ${code} 121042880000002`]);
  });

  it.each(['0002', '0003', '0016', '0020', '0029'])('returns a credit to an account ending %s', async (lastFour) => {
    expect(await answers([anEntry(1, lastFour, { transactionCode: '32' })])).toEqual([
      expect.stringMatching(/^31 7504 R/),
    ]);
  });

  it.each(['0001', '0007', '0010', '0011', '0061'])('has no reason to return a credit to %s', async (lastFour) => {
    expect(await answers([anEntry(1, lastFour, { transactionCode: '22' })])).toEqual([]);
  });

  it('answers prenotes where the account is what is wrong', async () => {
    const prenote = { transactionCode: '23', amountCents: cents(0) } as const;
    const entries = ['0001', '0003', '0098', '4321'].map((lastFour, at) => anEntry(at + 1, lastFour, prenote));
    expect(await answers(entries)).toEqual(['21 0 R03 121042880000002', '21 0 C01 121042880000003 000987651111']);
  });

  it('lets an entry to 0098 settle and says which account is right', async () => {
    expect(await answers([anEntry(1, '0098')])).toEqual(['26 0 C01 121042880000001 000987651111']);
  });

  it('sends the return of 0011 once more on the next banking day', async () => {
    const bank = aBank();
    await bank.deliver(given(handedFile([anEntry(1, '0011')])));
    await bank.collect(TUESDAY);
    const files = await bank.collect(WEDNESDAY);
    expect(files.map(({ text }) => sayings(text))).toEqual([
      ['26 7504 R01 121042880000001'],
      ['26 7504 R01 121042880000001'],
    ]);
    expect(files.map(({ text }) => parseAchFile(text).header.createdOn)).toEqual([TUESDAY, WEDNESDAY]);
  });

  it('returns a debit of 0061 on the first banking day from day 61 on, too late', async () => {
    // 61 days after Monday 2026-07-06 is Saturday 2026-09-05, and Monday is Labor Day.
    const bank = aBank();
    await bank.deliver(given(handedFile([anEntry(1, '0061')])));
    expect(await bank.collect(on('2026-09-04'))).toEqual([]);
    const [file] = await bank.collect(on('2026-09-08'));
    expect(sayings(file?.text ?? '')).toEqual(['26 7504 R10 121042880000001']);
  });

  it('makes one file a day of all it was handed, and the same one however often it is asked', async () => {
    const bank = aBank();
    await bank.deliver(given(handedFile([anEntry(1, '0001')])));
    const credits = { entryClass: 'CCD', serviceClass: '220' } as const;
    const credit = anEntry(2, '0003', { transactionCode: '22' });
    await bank.deliver(given(handedFile([credit], { batch: credits }), 'OWNWARD_FRUN-2026-07-03.ach'));
    const files = await bank.collect(TUESDAY);
    expect(files).toHaveLength(1);
    expect(parseAchFile(files[0]?.text ?? '').batches.map(({ header }) => header.entryClass)).toEqual(['WEB', 'CCD']);
    expect(await bank.collect(TUESDAY)).toEqual(files);
    expect(await bank.collect(WEDNESDAY)).toEqual(files);
  });

  it('settles what arrives after its effective date on the next banking day', async () => {
    const bank = aBank();
    await bank.deliver(given(handedFile([anEntry(1, '0001')], { createdOn: MONDAY })));
    expect(await bank.collect(TUESDAY)).toEqual([]);
    expect(await bank.collect(WEDNESDAY)).toHaveLength(1);
  });

  it('takes the same bytes under the same name once, and refuses other bytes', async () => {
    const bank = aBank();
    const file = given(handedFile([anEntry(1, '0001')]));
    await bank.deliver(file);
    await bank.deliver(file);
    expect((await bank.collect(TUESDAY)).flatMap(({ text }) => sayings(text))).toHaveLength(1);
    await expect(bank.deliver(given(handedFile([anEntry(1, '0003')])))).rejects.toBeInstanceOf(BankRefusedFile);
  });

  it('refuses a file whose totals are wrong, and keeps nothing of it', async () => {
    const bank = aBank();
    const wrong = handedFile([anEntry(1, '0001')]).replace('0000007504', '0000007505');
    await expect(bank.deliver(given(wrong))).rejects.toThrow(/does not add up/);
    expect(await bank.collect(TUESDAY)).toEqual([]);
  });
});
