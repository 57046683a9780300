import express from 'express';
import request from 'supertest';
import { mountOperations } from '../../../api/http/mount';
import { createRateLimits } from '../../../api/http/rate-limits';
import { createSend } from '../../../api/http/send';
import { json, openOperation, type RawBody } from '../../../api/operation';
import { answerProblem } from '../../../api/problems';
import { Nothing } from '../../../api/schemas/nothing';
import { BinaryBody, TextBody } from '../../../api/schemas/raw-body';
import { fakeDeps } from '../support/fake-ports';

const BYTES_MAX = 2 * 1024 * 1024;

const upload = (path: string, rawBody: RawBody, bodySchema: typeof TextBody | typeof BinaryBody) =>
  openOperation({
    method: 'post',
    path,
    operationId: 'upload',
    tag: 'Test',
    summary: 'Take a file',
    idempotency: 'none',
    successStatus: 200,
    errorCodes: [],
    pathSchema: Nothing,
    querySchema: Nothing,
    bodySchema,
    rawBody,
    answerSchema: undefined,
    handle: async ({ body }) =>
      json(typeof body === 'string' ? { text: body } : { length: body.length, first: body.at(0) }),
  });

/** The text and the byte upload, on nothing but the conventions that every route shares. */
function uploads() {
  const app = express();
  const { keys, limits, ...ports } = fakeDeps();
  const logger = { info: () => undefined, error: () => undefined };
  const operations = [
    upload('/text', { kind: 'text', mediaTypes: ['text/plain'], bytesMax: BYTES_MAX }, TextBody),
    upload('/bytes', { kind: 'binary', mediaTypes: ['image/png', 'image/jpeg'], bytesMax: BYTES_MAX }, BinaryBody),
  ];
  mountOperations(app, operations, {
    keys,
    limits: createRateLimits(limits),
    ports: { ...ports, metricsText: async () => '' },
    send: createSend(logger, true),
  });
  app.use((error: unknown, req: express.Request, res: express.Response, _next: express.NextFunction) =>
    answerProblem(error, req, res, logger),
  );
  return app;
}

const app = uploads();
const post = (path: string, type: string, body: string | Buffer) =>
  request(app).post(path).set('Content-Type', type).send(body);

describe('a body that is no JSON', () => {
  it.each(['text/plain', 'TEXT/PLAIN', 'text/plain; charset=utf-8', 'text/plain;charset="US-ASCII"'])(
    'is handed on letter by letter as %s',
    async (type) => {
      const text = '101 121042882\r\n{"not":"json"}\u0000\t ñ';

      expect((await post('/text', type, text)).body).toEqual({ text });
    },
  );

  it('keeps bytes that are no text, and an empty text a text', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0, 1]);

    expect((await post('/bytes', 'image/jpeg', bytes)).body).toEqual({ length: 4, first: 0xff });
    expect((await post('/text', 'text/plain', '')).body).toEqual({ text: '' });
  });

  it.each([
    ['/text', 'application/json'],
    ['/text', 'text/plain; charset=utf-16'],
    ['/text', 'text/html'],
    ['/bytes', 'image/gif'],
    ['/bytes', 'application/octet-stream'],
  ])('at %s is refused as %s: 415', async (path, type) => {
    const { status, body } = await post(path, type, 'x');

    expect([status, body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('is refused compressed: a small one could be huge', async () => {
    const { status, body } = await post('/text', 'text/plain', 'x').set('Content-Encoding', 'gzip');

    expect([status, body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('that is missing altogether is asked for', async () => {
    for (const path of ['/text', '/bytes']) {
      const { status, body } = await request(app).post(path);

      expect([status, body.errors]).toEqual([400, [{ pointer: '', code: 'required', detail: 'is required' }]]);
    }
  });

  it('of exactly its own limit is read, one byte more is 413 and names the limit', async () => {
    const whole = await post('/bytes', 'image/png', Buffer.alloc(BYTES_MAX));
    const more = await post('/bytes', 'image/png', Buffer.alloc(BYTES_MAX + 1));

    expect(whole.body).toEqual({ length: BYTES_MAX, first: 0 });
    expect(more.body).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE', detail: 'the body exceeds 2 MiB' });
  });
});
