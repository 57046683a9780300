import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';

/** Nothing in an answer but its status concerns us; this much is read so that the receiver can finish. */
const ANSWER_BYTES_MAX = 65_536;
const HEADER_BYTES_MAX = 16_384;

export interface PinnedRequest {
  url: URL;
  /** where the connection goes, whatever the URL's name may mean by now */
  address: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  signal: AbortSignal;
}

/**
 * Posts to a URL at one given address, on a connection of its own. Redirects are not followed.
 *
 * @returns the status; the rest of the answer is for nobody
 * @throws anything when there was none
 */
export async function postPinned({ url, address, ...options }: PinnedRequest): Promise<number> {
  const dispatcher = new Agent({ connect: { lookup: only(address) }, pipelining: 0, maxHeaderSize: HEADER_BYTES_MAX });
  try {
    const answer = await request(url, { ...options, method: 'POST', dispatcher });
    await readOut(answer.body, options.signal);
    return answer.statusCode;
  } finally {
    await dispatcher.destroy();
  }
}

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
