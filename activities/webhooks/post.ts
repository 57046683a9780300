import { admit, type AdmissionPolicy } from './admission';
import { postPinned } from './pinned-request';

/** For everything: resolving, connecting, sending, and the head of the answer. */
const LIMIT_MS = 10_000;

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
  return async ({ url: text, ...content }) => {
    const signal = AbortSignal.timeout(limitMs);
    try {
      const admitted = await Promise.race([admit(text, policy), aborted(signal)]);
      if (typeof admitted === 'string') return { status: null, error: `the URL ${admitted}` };
      const { url, address } = admitted;
      if (address === null) return { status: null, error: 'the name of the host cannot be resolved' };
      const status = await postPinned({ ...content, url, address, signal });
      return status >= 200 && status < 300 ? { status } : { status, error: `it answered ${status}` };
    } catch (error) {
      if (signal.aborted) return { status: null, error: `no answer within ${limitMs} ms` };
      return { status: null, error: `the connection failed (${codeOf(error)})` };
    }
  };
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
