import fc from 'fast-check';
import type { Response } from 'supertest';
import { createApp } from '../../api/app';
import { ERROR_CATALOGUE } from '../../domain/errors';
import { fakeDeps, UNKNOWN_LEASE } from './support/fake-ports';
import { BODIES, callOperation, OPERATIONS } from './support/requests';

/** Stands inside every value that is sent; if it comes back, an answer repeats what may be personal data. */
const MARK = 'Zq7echo';

const HOSTILE_TEXTS = [
  '\u0000',
  '\ud800',
  '‮',
  '😀',
  "';DROP TABLE leases;--",
  '{{7*7}}',
  '../../etc',
  '%00',
  '\r\nSet-Cookie: a=b',
];
const HOSTILE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'a/b~c',
  '',
  '\u0000',
  '😀',
];

const text = fc
  .tuple(fc.constantFrom(...HOSTILE_TEXTS, '', '4111111111111111', '2026-02-30', '1e5'), fc.string({ unit: 'binary' }))
  .map(([hostile, noise]) => `${MARK}${hostile}${noise}`);
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, -1, 1.5, 1e21, 2 ** 53, -(2 ** 53), 5e-324));
const key = fc.oneof(fc.constantFrom(...HOSTILE_KEYS), fc.string({ maxLength: 8 }));
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    text,
    number,
    fc.constantFrom(null, true, false, [], {}, 'x'.repeat(70_000) + MARK),
    fc.array(tie('json'), { maxLength: 4 }),
    // Not `fc.dictionary`: a pair list written as text keeps `__proto__` a key like any other.
    fc.array(fc.tuple(key, tie('json')), { maxLength: 4 }).map((pairs) => new Pairs(pairs)),
  ),
}));

/** An object with keys that JavaScript would swallow; written out by {@link write} only. */
class Pairs {
  constructor(readonly pairs: readonly (readonly [string, unknown])[]) {}
}

function write(value: unknown): string {
  if (value instanceof Pairs) return writePairs(value.pairs);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value === 'object' && value !== null) return writePairs(Object.entries(value));
  return typeof value === 'number' && !Number.isFinite(value) ? 'null' : JSON.stringify(value);
}

const writePairs = (pairs: readonly (readonly [string, unknown])[]) =>
  `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${write(value)}`).join(',')}}`;

/** A valid body with some of its parts replaced, taken out or added to, at any depth. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.oneof(mostly(fc.tuple(...value.map(spoilt))), json);
  if (typeof value !== 'object' || value === null) return fc.oneof(mostly(fc.constant(value)), json);
  const fields = Object.entries(value).map(([name, part]) =>
    fc.oneof(mostly(spoilt(part).map((spoiltPart) => [[name, spoiltPart] as const])), fc.constant([])),
  );
  const surplus = fc.oneof(mostly(fc.constant([])), fc.array(fc.tuple(key, json), { maxLength: 2 }));
  return fc.oneof(mostly(fc.tuple(...fields, surplus).map((parts) => new Pairs(parts.flat()))), json);
}

const mostly = <Value>(arbitrary: fc.Arbitrary<Value>) => ({ arbitrary, weight: 6 });

function expectSane({ status, headers, text, body }: Response, what: string): void {
  const sent = Buffer.isBuffer(body) ? body.toString('latin1') : text;
  const answer = { what, status, sent: sent.slice(0, 500) };
  expect({ ...answer, isFailure: status >= 500 }).toEqual({ ...answer, isFailure: false });
  expect(headers['x-request-id']).toBeDefined();
  expect(sent.includes(MARK)).toBe(false);
  expect(sent.length).toBeLessThan(30_000);
  if (status < 400) return;
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(Object.keys(ERROR_CATALOGUE)).toContain(body.code);
  expect(body.code !== 'VALIDATION_FAILED' || body.errors.length > 0).toBe(true);
}

describe('whatever is sent', () => {
  const app = createApp(fakeDeps());
  const withBody = OPERATIONS.filter(({ operationId }) => operationId in BODIES).map(({ operationId }) => operationId);

  it.each(withBody)('in a body of %s, the answer is a sane one and repeats nothing', async (operationId) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoilt(BODIES[operationId]), json), async (body) => {
        const sent = write(body);
        const answer = await callOperation(app, operationId, { body: undefined })
          .set('Content-Type', 'application/json')
          .send(sent);
        expectSane(answer, `${operationId} ${sent.slice(0, 200)}`);
      }),
      { numRuns: 60 },
    );
  });

  it.each(OPERATIONS.map(({ operationId }) => operationId))('in query and headers of %s too', async (operationId) => {
    const visible = fc.stringMatching(/^[\x20-\x7e]{0,300}$/);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, text, { maxKeys: 3 }), visible, visible, async (query, name, id) => {
        const call = callOperation(app, operationId).query(query);
        expectSane(await call.set('Idempotency-Key', name).set('X-Request-Id', id), operationId);
      }),
      { numRuns: 15 },
    );
  });

  it('as a path, it is nowhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (noise) => {
        const leaseId = encodeURIComponent(noise.replaceAll(/\p{Cs}/gu, ''));
        const answer = await callOperation(app, 'requestLeaseInformation', { leaseId: leaseId || UNKNOWN_LEASE });
        expectSane(answer, leaseId);
        expect(answer.status).toBe(404);
      }),
      { numRuns: 100 },
    );
  });
});
