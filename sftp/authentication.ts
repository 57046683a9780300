import { timingSafeEqual } from 'node:crypto';
import type { AuthContext, ParsedKey, PublicKeyAuthContext } from 'ssh2';
import { readKey } from './key-pair';
import type { SftpPartner } from '../db/sftp-partners';

export type FindPartner = (username: string) => Promise<SftpPartner | undefined>;

/**
 * Whose key a client shows: with a signature, proven; without, as the question whether that key would do. An unknown
 * name, a wrong key and a partner that was put off cannot be told apart.
 */
export async function partnerShown(asked: AuthContext, find: FindPartner): Promise<SftpPartner | undefined> {
  if (asked.method !== 'publickey') return undefined;
  const partner = await find(asked.username);
  const key = partner?.publicKeys.map(keyOrNothing).find((known) => known !== undefined && isShown(known, asked));
  return key && isProven(key, asked) ? partner : undefined;
}

/** A key that an operator mistyped keeps out only who would come by it. */
function keyOrNothing(text: string): ParsedKey | undefined {
  try {
    return readKey(text);
  } catch {
    return undefined;
  }
}

function isShown(known: ParsedKey, { key }: PublicKeyAuthContext): boolean {
  const ours = known.getPublicSSH();
  return known.type === key.algo && ours.length === key.data.length && timingSafeEqual(ours, key.data);
}

/** The first question is only whether a key would do; the signature comes with the second. */
function isProven(key: ParsedKey, { key: { algo }, signature, blob, hashAlgo }: PublicKeyAuthContext): boolean {
  // Without a named hash an RSA signature is one over SHA-1.
  if (algo === 'ssh-rsa' && hashAlgo === undefined) return false;
  if (algo === 'ssh-dss') return false;
  if (!signature) return true;
  if (blob === undefined) return false;
  // An error is an answer of ssh2 too, whatever its types say.
  const verified: unknown = key.verify(blob, signature, hashAlgo);
  return verified === true;
}
