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
  /** there was no verdict in time (202), and the request was repeated until there was */
  wasPending: boolean;
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

  /** A busy machine may answer 202: then the same request is sent again, as a retailer's program would. */
  async send(method: Method, path: string, { idempotencyKey = randomUUID(), ...sent }: Sent = {}): Promise<Answer> {
    let answer = await this.sendOnce(method, path, { ...sent, idempotencyKey });
    while (answer.status === 202 && idempotencyKey !== null) {
      answer = { ...(await this.sendOnce(method, path, { ...sent, idempotencyKey })), wasPending: true };
    }
    return answer;
  }

  /** One request and its answer, 202 like any other. */
  async sendOnce(method: Method, path: string, { body, raw, idempotencyKey, headers }: Sent): Promise<Answer> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await request(`${this.apiUrl}${path}`, {
      method,
      headers: {
        ...(this.apiKey === undefined ? {} : { authorization: `Bearer ${this.apiKey}` }),
        ...(!idempotencyKey || method === 'GET' ? {} : { 'idempotency-key': idempotencyKey }),
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const { statusCode: status, headers: answered } = answer;
    const text = await answer.body.text();
    const isJson = text !== '' && String(answered['content-type']).includes('json');
    return { status, headers: answered, text, body: isJson ? JSON.parse(text) : undefined, wasPending: false };
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
