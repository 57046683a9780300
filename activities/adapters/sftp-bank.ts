import { posix } from 'node:path';
import type SftpClient from 'ssh2-sftp-client';
import { type Bank, type BankFile, BankRefusedFile } from '../ports';
import { type SessionLimits, type SftpServer, withSftp } from './sftp-session';

export interface SftpBankSettings extends SftpServer {
  /** where we put our files */
  outboundFolder: string;
  /** where the bank puts returns and notifications of change */
  inboundFolder: string;
}

const LIMITS: SessionLimits = { connectMs: 15_000, wholeMs: 300_000 };

/** A file of a hundred thousand returns has twenty megabytes; more is no file for us. */
const INBOUND_MAX_BYTES = 100 * 1_024 * 1_024;

/** Names that servers and partners use for files that are not complete. */
const UNFINISHED = /^\.|\.(?:part|tmp|filepart)$/i;

/**
 * Our bank over SFTP. A file is written under a temporary name, its size compared, and renamed: so the bank never sees
 * half a file, and a file that stands there with its size is done.
 *
 * @throws BankUnreachable whenever it is not known whether the file arrived
 * @throws BankRefusedFile when another file has the name
 */
export function sftpBank(settings: SftpBankSettings, limits: SessionLimits = LIMITS): Bank {
  return {
    deliver: (file) => withSftp(settings, limits, 'handing over', (client) => handOver(client, settings, file)),
    collect: () => withSftp(settings, limits, 'collecting', (client) => fetchAll(client, settings.inboundFolder)),
  };
}

async function handOver(client: SftpClient, { outboundFolder }: SftpBankSettings, { name, text }: BankFile) {
  const content = Buffer.from(text, 'latin1');
  const path = posix.join(outboundFolder, name);
  if (await isThere(client, path, content.length)) return;
  const unfinished = `${path}.part`;
  await client.put(content, unfinished);
  if ((await sizeOf(client, unfinished)) !== content.length) throw new Error('not all of it arrived');
  try {
    await client.rename(unfinished, path);
  } catch (error) {
    // A second worker was faster, or the answer to our own rename was lost on the way.
    if (await isThere(client, path, content.length)) return;
    throw error;
  }
  // Where it is gone the bank has taken it already.
  await isThere(client, path, content.length);
}

async function isThere(client: SftpClient, path: string, byteCount: number): Promise<boolean> {
  const size = await sizeOf(client, path);
  if (size === undefined) return false;
  if (size !== byteCount) throw new BankRefusedFile('bank: another file has this name');
  return true;
}

async function sizeOf(client: SftpClient, path: string): Promise<number | undefined> {
  return (await client.exists(path)) === '-' ? (await client.stat(path)).size : undefined;
}

/** Everything that is there, oldest first; what was read before is known by its bytes to whoever asks. */
async function fetchAll(client: SftpClient, folder: string): Promise<BankFile[]> {
  const listed = await client.list(folder);
  const complete = listed
    .filter(({ type, name, size }) => type === '-' && !UNFINISHED.test(name) && size <= INBOUND_MAX_BYTES)
    .sort((one, other) => one.modifyTime - other.modifyTime || (one.name < other.name ? -1 : 1));
  const files: BankFile[] = [];
  for (const { name } of complete) {
    const content = await client.get(posix.join(folder, name));
    if (!Buffer.isBuffer(content)) throw new Error('a file came as something else');
    files.push({ name, text: content.toString('latin1') });
  }
  return files;
}
