import fc from 'fast-check';

const TEXTS = [
  '\u0000',
  '\ud800',
  '\u202e',
  '😀'.repeat(50),
  "'; DROP TABLE leases; --",
  '../../etc/passwd',
  '\r\nSet-Cookie: a=b',
  '4111111111111111',
  '9'.repeat(400),
  'x'.repeat(70_000),
  '2027-02-30',
  '2027-02-28T24:00:00Z',
  '',
];
const NUMBERS = [0, -0, -1, 1.5, 1e21, 2 ** 53, -(2 ** 53), 5e-324, 99_999_999_999];
const KEYS = ['__proto__', 'constructor', 'toString', 'leaseId', 'a/b~c', '', '\u0000', '😀'];

/** An object as the text that is sent: JavaScript itself would swallow a key `__proto__`. */
class Fields {
  constructor(readonly pairs: readonly (readonly [string, unknown])[]) {}
}

export function written(value: unknown): string {
  if (value instanceof Fields) {
    return `{${value.pairs.map(([key, part]) => `${JSON.stringify(key)}:${written(part)}`).join(',')}}`;
  }
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value === 'object' && value !== null) return written(new Fields(Object.entries(value)));
  return JSON.stringify(value);
}

const key = fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 6 }));
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...TEXTS),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...NUMBERS),
    fc.constantFrom(null, true, false),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((pairs) => new Fields(pairs)),
  ),
})).value;

const mostly = <Value>(arbitrary: fc.Arbitrary<Value>) => ({ arbitrary, weight: 7 });

/** A good value with some of its parts replaced, left out or added to, at any depth. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.oneof(mostly(fc.tuple(...value.map(spoilt))), anything);
  if (typeof value !== 'object' || value === null) return fc.oneof(mostly(fc.constant(value)), anything);
  const fields = Object.entries(value).map(([name, part]) =>
    fc.oneof(mostly(spoilt(part).map((spoiltPart) => [[name, spoiltPart] as const])), fc.constant([])),
  );
  const surplus = fc.oneof(mostly(fc.constant([])), fc.array(fc.tuple(key, anything), { maxLength: 2 }));
  return fc.oneof(mostly(fc.tuple(...fields, surplus).map((parts) => new Fields(parts.flat()))), anything);
}
