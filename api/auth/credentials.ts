export interface Credentials {
  keyId: string;
  secret: string;
}

/** Longer than any key of ours: nothing of that size is hashed or looked up. */
const LENGTH_MAX = 512;

/** The key in `Bearer <keyId>.<secret>` or `Basic base64(<keyId>:<secret>)`; undefined for anything else. */
export function parseAuthorization(header: string | undefined): Credentials | undefined {
  if (header === undefined || header.length > LENGTH_MAX) return undefined;
  const [, scheme = '', value = ''] = /^(bearer|basic) +([^\s]+)$/i.exec(header) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return split(value, '.');
    case 'basic':
      return split(Buffer.from(value, 'base64').toString('utf8'), ':');
    default:
      return undefined;
  }
}

function split(text: string, separator: string): Credentials | undefined {
  const at = text.indexOf(separator);
  const [keyId, secret] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && isVisible(keyId) && isVisible(secret) ? { keyId, secret } : undefined;
}

/** Visible ASCII, so that no byte reaches the database that it cannot store. */
function isVisible(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
