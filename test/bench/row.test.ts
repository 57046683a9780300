import { judged, notYet } from '../../bench/row';
import { figure, table } from '../../bench/table';

const found = { value: 18, against: 'the textbook: 70', ratio: null };

describe('a row of the bench', () => {
  it('is judged by its value where nothing stands beside it, and by the ratio where something does', () => {
    expect(judged('actions', found)).toMatchObject({ holds: true, reachesAim: false });
    expect(judged('actions', { ...found, value: 25 })).toMatchObject({ holds: false, reachesAim: false });
    expect(judged('http', { value: 900, against: '', ratio: 0.8 })).toMatchObject({ holds: true, reachesAim: true });
    expect(judged('http', { value: 1, against: '', ratio: 1.01 })).toMatchObject({ holds: false });
  });

  it('is judged in words where its limit is in words', () => {
    const words = (ships: boolean) => judged('statements', { ...found, inWords: { ships, reachesAim: false } });
    expect(words(true)).toMatchObject({ holds: true, reachesAim: false });
    expect(words(false)).toMatchObject({ holds: false, reachesAim: false });
  });

  it('fails with a good figure that was reached wrongly', () => {
    expect(judged('actions', { ...found, isSound: false })).toMatchObject({ holds: false, reachesAim: false });
  });

  it('has in JSON what the contract asks for', () => {
    expect(Object.keys(judged('actions', found))).toEqual(
      expect.arrayContaining(['id', 'name', 'value', 'unit', 'against', 'ratio', 'ship', 'aim', 'holds']),
    );
  });

  it('that this release cannot measure says so, and neither holds nor fails', () => {
    expect(notYet('open_leases')).toMatchObject({
      value: null,
      ratio: null,
      holds: null,
      against: 'not in this release',
    });
  });
});

describe('the table of the bench', () => {
  const lines = table([judged('actions', { ...found, value: 25 }), notYet('open_leases')]).split('\n');

  it('shows what fails in capitals and what is missing as a dash', () => {
    expect(lines[2]).toMatch(/^actions +.* 25 +Actions +- +<= 24 +<= 14 +NO +NO +the textbook: 70$/);
    expect(lines[3]).toMatch(/^open_leases .* - +leases +- .* - +- +not in this release$/);
  });

  it('keeps its columns under their headings', () => {
    const [headings = '', , ...rows] = lines;
    expect(rows.every((row) => row.charAt(headings.indexOf('against') - 1) === ' ')).toBe(true);
  });

  it.each([
    [16_141, '16141'],
    [1731.6, '1732'],
    [0.81234, '0.812'],
    [39.31, '39.3'],
    [null, '-'],
  ])('writes %p as %s', (number, text) => {
    expect(figure(number)).toBe(text);
  });
});
