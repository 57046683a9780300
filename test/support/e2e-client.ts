import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { request } from 'undici';
import { readSandboxFile } from '../../local/sandbox-file';
import { DATA_DIR_VARIABLE } from './e2e-system';

/** What a client sees of an answer. The body is as untyped as JSON is to a client. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
  body: ReturnType<typeof JSON.parse>;
}

interface Sent {
  body?: unknown;
  /** sent as it is, in place of `body` */
  raw?: string | Buffer;
  /** a new one for each call unless given; null: none */
  idempotencyKey?: string | null;
  headers?: Readonly<Record<string, string>>;
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Someone with one API key, or none. */
export class Caller {
  constructor(
    readonly apiUrl: string,
    readonly apiKey?: string,
  ) {}

  async send(
    method: Method,
    path: string,
    { body, raw, idempotencyKey = randomUUID(), headers }: Sent = {},
  ): Promise<Answer> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await request(`${this.apiUrl}${path}`, {
      method,
      headers: {
        ...(this.apiKey === undefined ? {} : { authorization: `Bearer ${this.apiKey}` }),
        ...(idempotencyKey === null || method === 'GET' ? {} : { 'idempotency-key': idempotencyKey }),
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await answer.body.text();
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, headers: answer.headers, text, body: isJson ? JSON.parse(text) : undefined };
  }

  get = (path: string): Promise<Answer> => this.send('GET', path);
  post = (path: string, body?: unknown, idempotencyKey?: string): Promise<Answer> =>
    this.send('POST', path, { body, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) });
  put = (path: string, body: unknown): Promise<Answer> => this.send('PUT', path, { body });
  delete = (path: string, idempotencyKey?: string): Promise<Answer> =>
    this.send('DELETE', path, idempotencyKey === undefined ? {} : { idempotencyKey });
}

export interface Sandbox {
  databaseUrl: string;
  bestsofa: Caller;
  bestsofaReadOnly: Caller;
  acme: Caller;
  acmeReadOnly: Caller;
  support: Caller;
  operations: Caller;
  care: Caller;
  nobody: Caller;
}

/** Everyone that `sandbox.json` has a key for; retailers in its order. */
export function sandboxAt(dataDir: string): Sandbox {
  const { apiUrl, databaseUrl, retailers, support, operations, care } = readSandboxFile(join(dataDir, 'sandbox.json'));
  const [bestsofa, acme] = retailers;
  if (!bestsofa || !acme) throw new Error('sandbox.json names fewer than two retailers');
  const caller = (apiKey?: string): Caller => new Caller(apiUrl, apiKey);
  return {
    databaseUrl,
    bestsofa: caller(bestsofa.apiKey),
    bestsofaReadOnly: caller(bestsofa.readOnlyApiKey),
    acme: caller(acme.apiKey),
    acmeReadOnly: caller(acme.readOnlyApiKey),
    support: caller(support.apiKey),
    operations: caller(operations.apiKey),
    care: caller(care.apiKey),
    nobody: caller(),
  };
}

/** The system that this run of end-to-end tests shares. */
export function sharedSandbox(): Sandbox {
  const dataDir = process.env[DATA_DIR_VARIABLE];
  if (dataDir === undefined) throw new Error(`${DATA_DIR_VARIABLE} is not set: this test belongs to the e2e project`);
  return sandboxAt(dataDir);
}
