import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import ssh2, { type ParsedKey } from 'ssh2';
import { createPrivateFile } from '../config/private-file';

const { generateKeyPairSync, parseKey } = ssh2.utils;

/**
 * The private key of a file that only its owner may read, made where there is none.
 * @throws Error when the file holds no key that can be used without a passphrase
 */
export function ensurePrivateKey(path: string): string {
  createPrivateFile(path, freshPrivateKey());
  const text = readFileSync(path, 'utf8');
  readKey(text);
  return text;
}

/** As `authorized_keys` holds it. */
export function publicKeyOf(privateKey: string): string {
  const key = readKey(privateKey);
  return `${key.type} ${key.getPublicSSH().toString('base64')}`;
}

/** As `ssh-keygen -lf` prints it. */
export function fingerprintOf(keyText: string): string {
  return `SHA256:${createHash('sha256').update(readKey(keyText).getPublicSSH()).digest('base64').replace(/=+$/, '')}`;
}

/** @throws Error for what is no key; its text is not repeated */
export function readKey(text: string): ParsedKey {
  const parsed = parseKey(text);
  if (parsed instanceof Error) throw new Error('this is no SSH key, or one with a passphrase');
  return parsed;
}

/** In OpenSSH's own form, which OpenSSH reads only with its last line ended. Now and then ssh2 cannot read its own. */
function freshPrivateKey(): string {
  for (;;) {
    const { private: text } = generateKeyPairSync('ed25519');
    if (!(parseKey(text) instanceof Error)) return text.endsWith('\n') ? text : `${text}\n`;
  }
}
