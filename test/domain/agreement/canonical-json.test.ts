import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { canonicalJson } from '../../../domain/agreement/canonical-json';

describe('canonical JSON', () => {
  it('spells equal data the same whatever the order of its keys', () => {
    expect(canonicalJson({ b: 1, a: { d: [2, { f: 3, e: 4 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[2,{"e":4,"f":3}]},"b":1}',
    );
  });

  it('keeps the order of lists, which is part of the data', () => {
    expect(canonicalJson([2, 1])).toBe('[2,1]');
  });

  it('reads back as the same data, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('treats an absent and an undefined property alike, so a database round trip keeps the hash', () => {
    expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
  });

  it('accepts plain data of another realm, such as the Workflow sandbox', () => {
    expect(canonicalJson(runInNewContext('({ b: [1], a: 2 })'))).toBe('{"a":2,"b":[1]}');
  });

  it('sorts __proto__ like any key and loses none of it', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1},"b":1}');
  });

  it.each([
    ['undefined', undefined],
    ['a hole in a list', new Array(2)],
    ['a function', () => 1],
    ['NaN', { a: NaN }],
    ['infinity', [Infinity]],
    ['a bigint', 1n],
    ['a Date', { at: new Date(0) }],
    ['a Map', new Map()],
    ['a symbol', Symbol('x')],
  ])('refuses %s instead of dropping it', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
