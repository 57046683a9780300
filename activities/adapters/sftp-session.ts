import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import SftpClient from 'ssh2-sftp-client';
import { BankRefusedFile, BankUnreachable } from '../ports';

/** Where the bank's SFTP server is, who we are there, and how we know that it is the bank. */
export interface SftpServer {
  host: string;
  port: number;
  username: string;
  /** PEM or OpenSSH text of our private key */
  privateKey: string;
  /** `SHA256:` and base64 without padding, as `ssh-keygen -lf` prints it */
  hostKeySha256: string;
}

export interface SessionLimits {
  /** until the server has let us in */
  connectMs: number;
  /** for everything, the last byte included */
  wholeMs: number;
}

/**
 * Does some work on a fresh connection, which is given up when time is up: a half-open one would otherwise hold the
 * file for ever.
 *
 * @param doing our own word for the work; it and a connection code are all a message says, never a path or a key
 * @throws BankUnreachable on every failure but {@link BankRefusedFile}
 */
export async function withSftp<Answer>(
  server: SftpServer,
  limits: SessionLimits,
  doing: string,
  work: (client: SftpClient) => Promise<Answer>,
): Promise<Answer> {
  const sock = connect({ host: server.host, port: server.port });
  sock.setNoDelay(true);
  // What breaks a connection is told by the call that was using it.
  const client = new SftpClient('bank', { error: () => undefined, end: () => undefined, close: () => undefined });
  let timer: NodeJS.Timeout | undefined;
  let broken: Error | undefined;
  sock.once('error', (error) => (broken = error));
  const lost = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(codedError('ETIMEDOUT')), limits.wholeMs);
    sock.once('close', () => reject(broken ?? codedError('ECONNRESET')));
  });
  const host = { isTrusted: true };
  const hostVerifier = (key: Buffer): boolean => (host.isTrusted = fingerprintOf(key) === server.hostKeySha256);
  const session = async (): Promise<Answer> => {
    const { username, privateKey } = server;
    await client.connect({ sock, username, privateKey, readyTimeout: limits.connectMs, retries: 1, hostVerifier });
    return await work(client);
  };
  try {
    return await Promise.race([lost, session()]);
  } catch (error) {
    if (error instanceof BankRefusedFile) throw error;
    throw new BankUnreachable(
      `bank: ${doing} failed: ${host.isTrusted ? codeOf(broken ?? error) : 'HOST_KEY_MISMATCH'}`,
    );
  } finally {
    clearTimeout(timer);
    sock.destroy();
  }
}

const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

const codedError = (code: string): Error => Object.assign(new Error(code), { code });

/** Codes are words of the protocol and of Node; texts may quote a path or a user name. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'no connection';
}
