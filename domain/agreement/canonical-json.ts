/**
 * JSON with one spelling for equal values: keys sorted by code unit, no spaces, `undefined` properties as if absent.
 * The customer's signature is bound to the SHA-256 of this text, so two machines must never spell it differently.
 *
 * @param value plain JSON data; `undefined` is allowed as a property only
 * @throws TypeError for what JSON cannot hold (a function, `NaN`, a bigint, a `Date` or other class instance):
 * dropping it silently would let two different agreements share a hash
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  // Array.from turns a hole into `undefined`, which is then refused like any other value JSON cannot hold.
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isPlainObject(value)) return objectJson(value);
  throw new TypeError(`not plain JSON: ${typeof value}`);
}

function objectJson(value: Readonly<Record<string, unknown>>): string {
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  // By name, not by identity: data from another realm (the Workflow sandbox) has another Object.prototype.
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
