import fc from 'fast-check';
import { CipherError, createCipher, rowId } from '../../db/cipher';
import { testDataKeys } from '../support/data-keys';

const cipher = createCipher(testDataKeys('k1'));
const row = { table: 'applicants', column: 'details', id: '1002003001' };
const anyRow = fc.record({ table: fc.string(), column: fc.string(), id: fc.string() });
const anyText = fc.string({ unit: 'binary' });

describe('a sealed value', () => {
  it('opens to exactly the text that was sealed, whatever Unicode it is', () => {
    fc.assert(fc.property(anyText, anyRow, (text, at) => cipher.open(cipher.seal(text, at), at) === text));
    const odd = '\uFEFFa byte order mark, \0 and 👩‍👧';
    expect(cipher.open(cipher.seal(odd, row), row)).toBe(odd);
  });

  it('is never the same twice, so equal values cannot be told from each other', () => {
    const seals = Array.from({ length: 50 }, () => cipher.seal('123-45-6789', row).toString('hex'));
    expect(new Set(seals).size).toBe(seals.length);
  });

  it('shows nothing of the text', () => {
    expect(cipher.seal('Canary Featherstone', row).toString('latin1')).not.toContain('Canary');
  });

  it('is refused when any single bit of it is flipped', () => {
    const sealed = cipher.seal('123-45-6789', row);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      expect(() => cipher.open(flipBit(sealed, bit), row)).toThrow(CipherError);
    }
  });

  it('is refused when cut short anywhere or made longer', () => {
    const sealed = cipher.seal('123-45-6789', row);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => cipher.open(sealed.subarray(0, length), row)).toThrow(CipherError);
    }
    expect(() => cipher.open(Buffer.concat([sealed, Buffer.from([0])]), row)).toThrow(CipherError);
  });

  it('is told apart from bytes that were never sealed, so that plain text in the column is noticed as such', () => {
    expect(() => cipher.open(Buffer.from('{"ssn":"123-45-6789"}'), row)).toThrow(
      'applicants.details of row 1002003001 does not open: it is not in the known sealed form',
    );
  });

  it('never opens arbitrary bytes and never fails but with its own error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        expect(() => cipher.open(Buffer.from(bytes), row)).toThrow(CipherError);
      }),
    );
  });
});

describe('a sealed value is bound to its place', () => {
  const sealed = cipher.seal('123-45-6789', row);

  it.each([
    ['another row', { ...row, id: '1002003002' }],
    ['another column', { ...row, column: 'notes' }],
    ['another table', { ...row, table: 'requests' }],
    ['a place that only reads the same when run together', { table: 'applicantsd', column: 'etails', id: row.id }],
  ])('and is refused in %s, with that row named', (_, elsewhere) => {
    expect(() => cipher.open(sealed, elsewhere)).toThrow(CipherError);
    expect(() => cipher.open(sealed, elsewhere)).toThrow(`of row ${elsewhere.id} does not open`);
  });

  it('in a table keyed by several columns too, where no two keys share an id', () => {
    expect(rowId('1002003001', 2)).toBe('1002003001:2');
    expect(rowId('caller:key')).toBe('caller:key');
    expect(() => rowId('a:b', 'c')).toThrow(CipherError);
  });
});

describe('the keys of a cipher', () => {
  it('open what an older key sealed and seal under the current one only', () => {
    const old = cipher.seal('Ada', row);
    const both = createCipher(testDataKeys('k1', 'k2'));
    expect(both.open(old, row)).toBe('Ada');
    expect(() => cipher.open(both.seal('Ada', row), row)).toThrow('sealed under key k2, which is not loaded');
  });

  it('mark every value they seal with the same first bytes, which no other key id shares', () => {
    const sealedBy = (id: string): Buffer => createCipher(testDataKeys(id)).seal('Ada', row);
    const prefix = createCipher(testDataKeys('k1')).currentPrefix;
    expect(sealedBy('k1').indexOf(prefix)).toBe(0);
    expect(sealedBy('k11').indexOf(prefix)).not.toBe(0);
  });

  it('open nothing when other bytes carry the same key id', () => {
    const impostor = createCipher({ ...testDataKeys('k1'), keys: { k1: Buffer.alloc(32, 7) } });
    expect(() => impostor.open(cipher.seal('Ada', row), row)).toThrow('sealed under other keys');
  });

  it('are not found by the name of something every object inherits', () => {
    expect(() => createCipher({ ...testDataKeys('k1'), current: 'constructor' })).toThrow('not among the keys');
  });

  it('are refused when a key is not 32 bytes or an id does not fit the envelope', () => {
    const keys = testDataKeys('k1');
    expect(() => createCipher({ ...keys, keys: { k1: Buffer.alloc(16) } })).toThrow('key k1 must be 32 bytes');
    expect(() => createCipher({ ...keys, lookupKey: Buffer.alloc(31) })).toThrow('the look-up key must be 32 bytes');
    expect(() => createCipher(testDataKeys('k'.repeat(33)))).toThrow(CipherError);
    expect(() => createCipher(testDataKeys('ключ'))).toThrow(CipherError);
  });
});

describe('a value that could not come back as it was', () => {
  it('is refused instead of being stored damaged', () => {
    expect(() => cipher.seal('half an emoji \uD83D', row)).toThrow('not well-formed Unicode');
    expect(() => cipher.sealJson(undefined, row)).toThrow('has no JSON form');
  });

  it('is never JSON: any JSON value comes back equal', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(JSON.stringify(cipher.openJson(cipher.sealJson(value, row), row))).toBe(JSON.stringify(value));
      }),
    );
    expect(cipher.openJson(cipher.sealJson({ name: '\uD83D' }, row), row)).toEqual({ name: '\uD83D' });
  });
});

function flipBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return flipped;
}
