import { cents } from '../../../domain/cents';
import { readEntryDetail, writeEntryDetail } from '../../../domain/nacha/entry-detail';
import { overwrite } from './edit';
import { expectDamage } from './expect-damage';
import { sampleEntries, SAMPLE_TEXT } from './sample';

const LINE = SAMPLE_TEXT.split('\n')[2] ?? '';
const read = (text: string) => () => readEntryDetail({ number: 3, text });

describe('the entry detail', () => {
  const [sample] = sampleEntries(1);
  if (sample === undefined) throw new Error('the sample has an entry');
  const { addenda: _addenda, ...entry } = sample;

  it('is written as in the sample, and read back', () => {
    expect(writeEntryDetail(sample)).toBe(LINE);
    expect(read(LINE)()).toEqual({ entry, hasAddenda: true });
  });

  it('announces no addenda where none follows', () => {
    expect(writeEntryDetail(entry)).toBe(overwrite(LINE, 1, 79, '0'));
    expect(read(overwrite(LINE, 1, 79, '0'))()).toEqual({ entry, hasAddenda: false });
  });

  it('holds up to $99,999,999.99', () => {
    const most = { ...entry, amountCents: cents(9_999_999_999) };
    expect(readEntryDetail({ number: 3, text: writeEntryDetail(most) }).entry.amountCents).toBe(9_999_999_999);
    expect(() => writeEntryDetail({ ...entry, amountCents: cents(10_000_000_000) })).toThrow('amountCents');
  });

  it('refuses a negative amount: a debit is another transaction code', () => {
    expect(() => writeEntryDetail({ ...entry, amountCents: cents(-1) })).toThrow('amountCents takes up to 10 digits');
  });

  it('cuts a name that is too long, and never an account or an identification', () => {
    const name = writeEntryDetail({ ...entry, receiverName: 'MUEBLERÍA ÑANDÚ Y SEÑORES DE TEXAS' }).slice(54, 76);
    expect(name).toBe('MUEBLERIA NANDU Y SENO');
    expect(() => writeEntryDetail({ ...entry, accountNumber: '123456789012345678' })).toThrow('accountNumber takes 17');
    expect(() => writeEntryDetail({ ...entry, identificationNumber: '1234567890123456' })).toThrow('takes 15');
  });

  it.each([
    ['transaction code', 2, '25', 'FIELD_VALUE'],
    ['routing number', 4, '231380105', 'FIELD_VALUE'],
    ['account number', 13, ' '.repeat(17), 'FIELD_VALUE'],
    ['addenda indicator', 79, '2', 'FIELD_VALUE'],
    ['amount', 30, '000034502A', 'FIELD_TYPE'],
    ['trace number', 80, ' 21042880000001', 'FIELD_TYPE'],
  ] as const)('is refused for a wrong %s', (_what, position, characters, rule) => {
    expectDamage(read(overwrite(LINE, 1, position, characters)), 3, rule);
  });
});
