import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { createCipher } from '../../db/cipher';
import { testDataKeys } from '../support/data-keys';

const keys = testDataKeys('k1');
const cipher = createCipher(keys);

describe('a look-up hash', () => {
  it('is 32 bytes and the same each time, so that a row can be found by it', () => {
    expect(cipher.lookup('phone', '+15125550100')).toHaveLength(32);
    expect(cipher.lookup('phone', '+15125550100')).toEqual(cipher.lookup('phone', '+15125550100'));
  });

  it('stays as it is for ever: stored hashes must be found by later releases', () => {
    const expected = createHmac('sha256', keys.lookupKey).update('["ssn4","6789"]').digest();
    expect(cipher.lookup('ssn4', '6789')).toEqual(expected);
  });

  it('keeps kinds apart, even where kind and text run together alike', () => {
    expect(cipher.lookup('ssn', '6789')).not.toEqual(cipher.lookup('ssn4', '6789'));
    expect(cipher.lookup('ssn', '46789')).not.toEqual(cipher.lookup('ssn4', '6789'));
    const pair = fc.tuple(fc.string(), fc.string());
    fc.assert(
      fc.property(pair, pair, ([kind, text], [otherKind, otherText]) => {
        fc.pre(kind !== otherKind || text !== otherText);
        expect(cipher.lookup(kind, text)).not.toEqual(cipher.lookup(otherKind, otherText));
      }),
    );
  });

  // The whole reason for the key: all 10,000 last-four SSNs are hashed in a blink.
  it('cannot be found by hashing every possible value without the key', () => {
    const stolen = cipher.lookup('ssn4', '6789').toString('hex');
    const guess = (text: string): string => createHash('sha256').update(text).digest('hex');
    const everyFour = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0'));
    expect(everyFour.flatMap((four) => [guess(four), guess(`["ssn4","${four}"]`)])).not.toContain(stolen);
  });

  it('depends on the look-up key alone, so that rotating data keys keeps every row findable', () => {
    const rotated = createCipher(testDataKeys('k1', 'k2'));
    expect(rotated.lookup('email', 'ada@example.com')).toEqual(cipher.lookup('email', 'ada@example.com'));
    const other = createCipher({ ...keys, lookupKey: Buffer.alloc(32, 1) });
    expect(other.lookup('email', 'ada@example.com')).not.toEqual(cipher.lookup('email', 'ada@example.com'));
  });
});
