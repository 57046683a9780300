import { Agent, errors, request, type Dispatcher } from 'undici';
import type { z } from 'zod';

/** Our partners' answers are a few hundred bytes; more than this is a wrong page, not an answer. */
const ANSWER_MAX_BYTES = 65_536;

/**
 * A fresh connection per call. Calls are rare, so a kept one would mostly be stale: a balancer that silently dropped it
 * would cost the customer at the counter the whole time limit.
 */
const freshConnections = new Agent({ pipelining: 0, maxResponseSize: ANSWER_MAX_BYTES });

/** 4xx that time or an operator heals, the request being fine: credentials, key still in progress, too early, too many. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([401, 403, 408, 409, 425, 429]);

/** Where a partner answers and the Bearer token it gave us. */
export interface Service {
  url: string;
  token: string;
}

export interface JsonCall<Answer> {
  path: string;
  idempotencyKey: string;
  body: object;
  /** for everything: connecting, sending, the last byte of the answer, and the second try if there is one */
  limitMs: number;
  answer: z.ZodType<Answer>;
}

/**
 * A call without a usable answer.
 * `unavailable`: it is not known whether the call arrived; the same key may be sent again.
 * `refused`: the partner says that the request itself is wrong; sending it again changes nothing.
 *
 * The message is ours alone: never a body, header, URL or foreign error text, for those quote personal data.
 */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';

  constructor(
    readonly kind: 'unavailable' | 'refused',
    message: string,
  ) {
    super(message);
  }
}

/**
 * Posts JSON to a partner and reads its answer strictly. Redirects are not followed.
 *
 * @throws CallFailed `refused` on a 4xx that says the request is wrong, `unavailable` on everything else
 */
export async function postJson<Answer>(service: Service, call: JsonCall<Answer>): Promise<Answer> {
  return parseAnswer(await textOfAnswer(service, call), call.answer);
}

async function textOfAnswer(service: Service, call: JsonCall<unknown>): Promise<string> {
  const signal = AbortSignal.timeout(call.limitMs);
  try {
    const response = await sendTwiceAtMost(() => send(service, call, signal));
    if (response.statusCode === 200) return await response.body.text();
    discard(response.body);
    throw statusFailure(response.statusCode);
  } catch (error) {
    if (error instanceof CallFailed) throw error;
    throw signal.aborted ? unavailable(`no whole answer within ${call.limitMs} ms`) : connectionFailure(error);
  }
}

function send(service: Service, call: JsonCall<unknown>, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  return request(new URL(call.path, `${service.url.replace(/\/+$/, '')}/`), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.token}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': call.idempotencyKey,
    },
    body: JSON.stringify(call.body),
    signal,
    dispatcher: freshConnections,
  });
}

/** One quick second try, with the same key, when the connection ended before an answer had begun. */
async function sendTwiceAtMost(attempt: () => Promise<Dispatcher.ResponseData>): Promise<Dispatcher.ResponseData> {
  try {
    return await attempt();
  } catch (error) {
    if (!isResetBeforeAnswer(error)) throw error;
    return await attempt();
  }
}

function isResetBeforeAnswer(error: unknown): boolean {
  if (error instanceof errors.SocketError) return error.socket?.bytesRead === 0;
  return ['ECONNRESET', 'EPIPE'].includes(codeOf(error));
}

function parseAnswer<Answer>(text: string, schema: z.ZodType<Answer>): Answer {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join('/') ?? '';
  throw unavailable(`the answer breaks the contract at "/${place}"`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unavailable('the answer is not JSON');
  }
}

function statusFailure(status: number): CallFailed {
  const isRefusal = status >= 400 && status < 500 && !PASSING_STATUSES.has(status);
  return isRefusal
    ? new CallFailed('refused', `our request was refused (${status})`)
    : unavailable(`answered ${status}`);
}

function connectionFailure(error: unknown): CallFailed {
  const code = codeOf(error);
  // Our own header or URL is malformed (a line break in a key or token): no later try can succeed.
  if (code === 'UND_ERR_INVALID_ARG') return new CallFailed('refused', 'our request is malformed');
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return unavailable(`the answer exceeds ${ANSWER_MAX_BYTES} bytes`);
  return unavailable(`connection failed (${code})`);
}

const unavailable = (message: string): CallFailed => new CallFailed('unavailable', message);

/** Only the short code of a foreign error is kept; its text may quote what was sent. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'unknown';
}

/** Closes the connection without reading; the listener keeps the abort from becoming an uncaught error. */
function discard(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => undefined);
  body.destroy();
}
