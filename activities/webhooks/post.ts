import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { admit, type AdmissionPolicy, type Admitted } from './admission';

/** For everything: resolving, connecting, sending, and the head of the answer. */
const LIMIT_MS = 10_000;
/** Nothing in an answer but its status concerns us; this much is read so that the receiver can finish. */
const ANSWER_BYTES_MAX = 65_536;
const HEADER_BYTES_MAX = 16_384;

export interface WebhookCall {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** `error`: why it counts as not delivered, in our own words; nothing of URL or answer is in it. */
export type WebhookAnswer = { status: number; error?: string } | { status: null; error: string };

/** Calls a retailer's endpoint once. It never throws: whatever happens there is an answer. */
export type WebhookPost = (call: WebhookCall) => Promise<WebhookAnswer>;

/**
 * Posts to places that may be called, and only there: judged at every call, connected to the address that was judged,
 * redirects not followed. The receiver has ten seconds.
 */
export function webhookPost(policy: AdmissionPolicy, limitMs = LIMIT_MS): WebhookPost {
  return async (call) => {
    const signal = AbortSignal.timeout(limitMs);
    try {
      const admitted = await Promise.race([admit(call.url, policy), aborted(signal)]);
      if (typeof admitted === 'string') return { status: null, error: `the URL ${admitted}` };
      if (admitted.address === null) return { status: null, error: 'the name of the host cannot be resolved' };
      return await send(call, { ...admitted, address: admitted.address }, signal);
    } catch (error) {
      if (signal.aborted) return { status: null, error: `no answer within ${limitMs} ms` };
      return { status: null, error: `the connection failed (${codeOf(error)})` };
    }
  };
}

async function send(
  call: WebhookCall,
  { url, address }: Admitted & { address: string },
  signal: AbortSignal,
): Promise<WebhookAnswer> {
  const { headers, body } = call;
  const dispatcher = new Agent({ connect: { lookup: only(address) }, pipelining: 0, maxHeaderSize: HEADER_BYTES_MAX });
  try {
    const answer = await request(url, { method: 'POST', headers, body, signal, dispatcher });
    await readOut(answer.body, signal);
    const { statusCode: status } = answer;
    return status >= 200 && status < 300 ? { status } : { status, error: `it answered ${status}` };
  } finally {
    await dispatcher.destroy();
  }
}

/** Whatever name the connection asks for, this is the address. */
const only =
  (address: string): LookupFunction =>
  (_name, options, done) => {
    const family = isIP(address);
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };

/** The status has been said: how the rest comes, or whether it does, changes nothing. */
async function readOut(body: Dispatcher.ResponseData['body'], signal: AbortSignal): Promise<void> {
  body.on('error', () => undefined);
  await body.dump({ limit: ANSWER_BYTES_MAX, signal }).catch(() => body.destroy());
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too late')), { once: true });
  });
}

/** Only the short code of a foreign error: its text may quote what was sent. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'unknown';
}
