import fc from 'fast-check';
import { FOLDERS, isFileName, isUnfinished, pathOf, placeOf } from '../../sftp/virtual-path';

describe("a partner's path", () => {
  it.each([
    ['/', '/'],
    ['', '/'],
    ['.', '/'],
    ['in', '/in'],
    ['/in/', '/in'],
    ['//in//a.csv', '/in/a.csv'],
    ['/in/./a.csv', '/in/a.csv'],
    ['/in/../out/RESULT_a.csv', '/out/RESULT_a.csv'],
    ['/processed/año nuevo.csv', '/processed/año nuevo.csv'],
  ])('%j leads to %s', (path, seen) => {
    const place = placeOf(path);
    expect(place && pathOf(place)).toBe(seen);
  });

  it.each([
    ...['..', '/..', '/in/../..', '/in/../../etc/passwd', '../mer_acme/in/a.csv', '/etc/passwd', '/IN', '/in/a/b'],
    ...['/.arriving/x', '/.taking/x', '/in/.hidden', '/in/a\0.csv', '/in/a\n.csv', '/in/..\\out', '\\in\\a.csv'],
    ...['/in/\uFFFD.csv', '/in/\u202Evsc.exe', '/in/\u2028', `/in/${'x'.repeat(256)}`, '/in/\uD800'],
  ])('%j leads nowhere', (path) => expect(placeOf(path)).toBeUndefined());

  it('never leads out of the four folders, whatever it is', () => {
    const piece = fc.oneof(fc.constantFrom('..', '.', '', 'in', 'out', '.arriving', '~', 'C:'), fc.string());
    const paths = fc.array(piece).map((pieces) => pieces.join('/'));
    fc.assert(
      fc.property(paths, (path) => {
        const place = placeOf(path);
        if (place?.kind !== 'file') return;
        expect(FOLDERS).toContain(place.folder);
        expect(isFileName(place.name)).toBe(true);
        expect(place.name).not.toMatch(/^\.|[/\\\0]/);
      }),
    );
  });

  it('means the same when it is written as we write it', () => {
    const name = fc.string({ unit: 'grapheme' }).filter(isFileName);
    fc.assert(
      fc.property(fc.constantFrom(...FOLDERS), name, (folder, file) => {
        const place = placeOf(`/${folder}/${file}`);
        expect(place).toEqual({ kind: 'file', folder, name: file });
        expect(place && placeOf(pathOf(place))).toEqual(place);
      }),
    );
  });
});

describe('a name under which somebody still works', () => {
  it.each(['a.csv.part', 'A.CSV.PART', 'a.csv.filepart', 'x.tmp'])('is %s', (name) =>
    expect(isUnfinished(name)).toBe(true),
  );
  it.each(['a.csv', 'part', 'a.part.csv', 'a.csv.pgp'])('is not %s', (name) => expect(isUnfinished(name)).toBe(false));
});
