import request from 'supertest';
import { createApp } from '../../../api/app';
import { fakeDeps, keyOf, OWN_LEASE } from '../support/fake-ports';
import { REASON } from '../support/bodies';
import { callOperation } from '../support/requests';

const app = createApp(fakeDeps());

const post = (type: string | undefined, text: string | Buffer) => {
  const call = request(app)
    .post(`/v1/leases/${OWN_LEASE}/review`)
    .set('Authorization', keyOf('support'))
    .set('Idempotency-Key', 'k');
  return (type === undefined ? call : call.set('Content-Type', type)).send(text);
};

const errorsOf = (body: { errors: { pointer: string; code: string }[] }) =>
  body.errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a body', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON', 'application/merge-patch+json'])(
    'is read as %s',
    async (type) => {
      expect((await post(type, JSON.stringify(REASON))).status).toBe(200);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
    'is refused as %s',
    async (type) => {
      const { status, body } = await post(type, JSON.stringify(REASON));

      expect([status, body.code, errorsOf(body)]).toEqual([
        400,
        'VALIDATION_FAILED',
        ['/headers/content-type not_allowed'],
      ]);
    },
  );

  it('is refused in another character set, or compressed: a small one could be huge', async () => {
    const charset = await post('application/json; charset=latin1', JSON.stringify(REASON));
    const gzip = await post('application/json', JSON.stringify(REASON)).set('Content-Encoding', 'gzip');

    expect([charset.body, gzip.body].map(errorsOf)).toEqual([
      ['/headers/content-type not_allowed'],
      ['/headers/content-type not_allowed'],
    ]);
  });

  it.each(['{"reason": "x"', '{reason: "x"}', "{'reason': 'x'}", '{"reason": "x",}', 'NaN', '"text"', '123'])(
    'that is not a JSON object is refused without being repeated: %s',
    async (text) => {
      const { status, body } = await post('application/json', text);

      expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
      expect(JSON.stringify(body.errors)).not.toContain(text.slice(1, 8));
    },
  );

  it('that is missing is asked for', async () => {
    const { status, body } = await callOperation(app, 'openReview', { body: undefined });

    expect([status, errorsOf(body)]).toEqual([400, [' required']]);
  });

  it('of exactly 256 KiB is read, one byte more is 413', async () => {
    const frame = JSON.stringify({ reason: '' }).length;
    const whole = await post('application/json', JSON.stringify({ reason: 'x'.repeat(256 * 1024 - frame) }));
    const more = await post('application/json', JSON.stringify({ reason: 'x'.repeat(256 * 1024 - frame + 1) }));

    expect([whole.body.code, more.status, more.body.code]).toEqual(['VALIDATION_FAILED', 413, 'BODY_TOO_LARGE']);
  });

  it('is not wanted where none is declared, but an empty object does no harm', async () => {
    const empty = await callOperation(app, 'cancelContract', { body: {} });
    const some = await callOperation(app, 'cancelContract', { body: { refund: true } });

    expect(empty.status).toBe(200);
    expect(errorsOf(some.body)).toEqual(['/refund unknown_field']);
  });

  it.each(['{"reason":"x","__proto__":{"admin":true}}', '{"reason":"x","constructor":{"prototype":{"admin":true}}}'])(
    'cannot touch the prototype of anything: %s',
    async (text) => {
      const { status, body } = await post('application/json', text);

      expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
      expect(errorsOf(body)[0]).toMatch(/^\/(__proto__|constructor) unknown_field$/);
      expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    },
  );

  it.each([
    ['NUL', '{"reason":"a\\u0000b"}'],
    ['half a surrogate pair', '{"reason":"a\\ud800b"}'],
  ])('with %s in a text is refused: the database could not store it', async (_what, text) => {
    const { body } = await post('application/json', text);

    expect(errorsOf(body)).toContain('/reason unsafe_text');
  });

  it('may hold every other letter there is', async () => {
    expect((await post('application/json', JSON.stringify({ reason: 'Peña 李 😀 O’Brien' }))).status).toBe(200);
  });

  it('nested 100,000 deep is refused and brings nothing down', async () => {
    const { status } = await post('application/json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);

    expect(status).toBe(400);
  });

  it('of nothing but mistakes gets a short answer', async () => {
    const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, 1]));
    const { body, text } = await post('application/json', JSON.stringify(fields));

    expect(body.errors.length).toBeLessThanOrEqual(100);
    expect(text.length).toBeLessThan(20_000);
  });
});
