import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pinoHttp } from 'pino-http';
import { createLogger } from '../../config/logger';

const SSN = '512-44-9001';
const PLANTED = [
  '512-44-9001',
  '512449001',
  'Mar\u00eda',
  'ow_live_s3cret',
  'tok_ok',
  '000123456789',
  'maria@example.com',
];

describe('a log line', () => {
  const person = {
    ssn: '512449001',
    firstName: 'María',
    bankAccount: { accountNumber: '000123456789' },
    contact: { email: 'maria@example.com' },
  };
  const headers = { authorization: 'Bearer ow_live_s3cret', 'idempotency-key': 'ow_live_s3cret' };

  it.each<[string, (log: ReturnType<typeof createLogger>) => void]>([
    ['a body', (log) => log.info({ body: person }, 'got it')],
    ['fields', (log) => log.info(person)],
    ['fields deep in a list', (log) => log.info({ rows: [{ lease: { customer: person, 'mobile-phone': SSN } }] })],
    ['headers', (log) => log.info({ headers, request: { Authorization: headers.authorization } })],
    ['a child logger', (log) => log.child({ person, apiKey: 'ow_live_s3cret' }).info('hello')],
    ['an error', (log) => log.error(new Error(`no such customer ${SSN}`, { cause: new Error(`maria@example.com`) }))],
    [
      'a database error',
      (log) => log.error({ err: Object.assign(new Error('x'), { detail: SSN, parameters: [SSN] }) }),
    ],
    [
      'a request object',
      (log) => log.info({ req: { method: 'POST', url: `/v1/customers?ssn=${SSN}`, headers, body: person } }),
    ],
    ['a message', (log) => log.warn(`charging tok_ok of ${SSN} by Bearer ow_live_s3cret`)],
    ['a message with arguments', (log) => log.warn('charging %s of %o', 'tok_ok', person)],
  ])('never shows a secret or a person, though %s held them', (_place, write) => {
    const lines = written(write);
    expect(lines).toContain('"level":');
    for (const secret of PLANTED) expect(lines).not.toContain(secret);
  });

  it('hides the token of a signing link and a password in a connection URL', () => {
    const lines = written((log) =>
      log.info({ req: { url: '/v1/signing/t0ken/signature' } }, 'postgres://u:hunter2@db/x'),
    );
    expect(lines).toContain('/v1/signing/[redacted]/signature');
    expect(lines).not.toMatch(/t0ken|hunter2/);
  });

  it('still says which lease, what failed and where', () => {
    const lines = written((log) =>
      log.error({ leaseId: '123456789', err: new TypeError('no verdict') }, 'lease 1002003001'),
    );
    expect(lines).toContain('"leaseId":"123456789"');
    expect(lines).toContain('"msg":"lease 1002003001"');
    expect(lines).toMatch(/"type":"TypeError","message":"no verdict","stack":".*logger.test/);
  });

  it('of a whole HTTP exchange holds method, path and status, and nothing of its content', async () => {
    const lines: string[] = [];
    const middleware = pinoHttp({
      logger: createLogger({ logLevel: 'info' }, 'api', { write: (line) => void lines.push(line) }),
    });
    const server = createServer((req, res) => {
      middleware(req, res);
      res.setHeader('set-cookie', 'session=ow_live_s3cret').end('María');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    await (await fetch(`http://127.0.0.1:${port}/v1/leases?ssn=${SSN}`, { method: 'POST', headers, body: SSN })).text();
    await new Promise((closed) => server.close(closed));

    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines.join(''))).toMatchObject({
      req: { method: 'POST', path: '/v1/leases' },
      res: { statusCode: 200 },
    });
    for (const secret of PLANTED) expect(lines.join('')).not.toContain(secret);
  });
});

function written(write: (log: ReturnType<typeof createLogger>) => void): string {
  let lines = '';
  write(createLogger({ logLevel: 'debug' }, 'api', { write: (line) => void (lines += line) }));
  return lines;
}
