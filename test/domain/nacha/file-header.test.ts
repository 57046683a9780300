import { readFileHeader, writeFileHeader } from '../../../domain/nacha/file-header';
import { overwrite } from './edit';
import { expectDamage } from './expect-damage';
import { FILE_HEADER, SAMPLE_TEXT } from './sample';

const LINE = SAMPLE_TEXT.split('\n')[0] ?? '';
const read = (text: string) => () => readFileHeader({ number: 1, text });

describe('the file header', () => {
  it('is written as in the sample, and read back', () => {
    expect(writeFileHeader(FILE_HEADER)).toBe(LINE);
    expect(read(LINE)()).toEqual(FILE_HEADER);
  });

  it('may have a blank reference and an origin of nine characters', () => {
    const { reference: _reference, ...rest } = FILE_HEADER;
    const header = { ...rest, immediateOrigin: '121042882' };
    expect(writeFileHeader(header).slice(13, 23)).toBe(' 121042882');
    expect(read(writeFileHeader(header))()).toEqual(header);
  });

  it('refuses a destination longer than its field rather than cutting it', () => {
    expect(() => writeFileHeader({ ...FILE_HEADER, immediateDestination: '12104288200' })).toThrow(
      'takes 10 characters',
    );
  });

  it.each([
    ['priority', 2, '02'],
    ['destination', 5, '1210A'],
    ['origin', 14, '          '],
    ['date', 24, '260230'],
    ['hour', 30, '2400'],
    ['minute', 30, '1260'],
    ['modifier', 34, '-'],
    ['record size', 35, '095'],
    ['blocking factor', 38, '11'],
    ['format', 40, '2'],
  ])('is refused for a wrong %s', (_what, position, characters) => {
    expectDamage(read(overwrite(LINE, 1, position, characters)), 1, 'FIELD_VALUE');
  });

  it('is refused for a date that is not digits', () => {
    expectDamage(read(overwrite(LINE, 1, 24, '26070 ')), 1, 'FIELD_TYPE');
  });
});
