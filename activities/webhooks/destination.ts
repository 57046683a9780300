import { isIP } from 'node:net';
import { isPublicAddress } from './public-address';

const URL_LENGTH_MAX = 2_048;
/** Ports below belong to other services: a delivery must not speak to a mail server. */
const FREE_PORT_MIN = 1_024;
/** Names that lead into somebody's own network wherever they are asked for. */
const INNER_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|localdomain|home\.arpa)$/;

export interface Destination {
  url: URL;
  /** an IP address, or a name that is still to be resolved */
  host: string;
}

/**
 * Where a retailer may be called, as far as the text of the URL says: https, on the public internet. In the sandbox a
 * program on the same machine too, `http://127.0.0.1:<port>`.
 *
 * @returns the destination, or in words for the retailer why it is none
 */
export function destinationOf(text: string, { allowsLoopback }: { allowsLoopback: boolean }): Destination | string {
  const url = text.length <= URL_LENGTH_MAX ? parsed(text) : undefined;
  if (!url) return `must be an absolute URL of at most ${URL_LENGTH_MAX} characters`;
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  // A URL in which the parser had to mend the host reads as another place than it leads to.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (allowsLoopback && url.protocol === 'http:' && host === '127.0.0.1') return { url, host };
  if (url.protocol !== 'https:') {
    return allowsLoopback ? 'must be https, or http://127.0.0.1:<port> in the sandbox' : 'must be https';
  }
  if (url.port !== '' && Number(url.port) < FREE_PORT_MIN) return 'must use port 443, or one above 1023';
  if (isIP(host) === 0 ? isInner(host) : !isPublicAddress(host)) return NOT_PUBLIC;
  return { url, host };
}

export const NOT_PUBLIC = 'must lead to a public address';

function parsed(text: string): URL | undefined {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}

const isInner = (name: string): boolean => !name.includes('.') || INNER_NAME.test(name);
