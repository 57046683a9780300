import type { Stats } from 'node:fs';
import type { Logger } from '../config/logger';
import { receiveFundingFile } from '../activities/funding-file/receive';
import type { Cipher } from '../db/cipher';
import type { Db } from '../db/database';
import type { SftpPartner } from '../db/sftp-partners';
import { instant } from '../domain/calendar-date';
import { announcedDigest } from './companion';
import { EnvelopeFault, type Envelopes, isEncrypted } from './envelopes';
import type { PartnerFolder } from './partner-folder';
import { putWithFailed, putWithProcessed } from './put-away';

export interface IntakeParts {
  readonly db: Db;
  readonly cipher: Cipher;
  readonly logger: Logger;
  readonly channel: 'sftp' | 'folder';
  readonly envelopes: Envelopes;
  /** Starts a received file's Workflow; what fails here is made up for by whoever looks after unstarted files. */
  start(fileId: string): Promise<void>;
}

/** One partner with its files. */
export interface PartnerDesk {
  readonly partner: SftpPartner;
  readonly folder: PartnerFolder;
}

/**
 * Takes in one complete file: out of `in/`, into the database, to its Workflow, and to where its partner finds it again.
 * A process that is killed between any two steps leaves it where {@link finishTakingIn} goes on.
 */
export async function takeIn(parts: IntakeParts, desk: PartnerDesk, name: string): Promise<void> {
  await desk.folder.move({ area: 'in', name }, { area: '.taking', name });
  await finishTakingIn(parts, desk, name);
}

/** The same bytes under the same name are the same file, so all of it may run again. */
export async function finishTakingIn(parts: IntakeParts, desk: PartnerDesk, name: string): Promise<void> {
  const { folder, partner } = desk;
  const file = { area: '.taking', name } as const;
  try {
    const received = await receive(parts, desk, name);
    const { fileId, code } = received;
    parts.logger.info({ fileId, code, merchantId: partner.merchantId }, 'a funding file came in');
    if (received.isRejected && code !== null) return await putWithFailed(folder, file, { code });
    await startOrLeave(parts, fileId);
    await putWithProcessed(folder, file);
  } catch (error) {
    if (!(error instanceof EnvelopeFault)) throw error;
    parts.logger.info({ code: error.code, merchantId: partner.merchantId }, 'an encrypted file was refused');
    await putWithFailed(folder, file, { code: error.code });
  }
}

async function receive(parts: IntakeParts, { folder, partner }: PartnerDesk, name: string) {
  const sha256 = await announcedDigest(folder, name);
  const opened = isEncrypted(name)
    ? await parts.envelopes.open(folder, name, partner.pgpPublicKey)
    : { name, bytes: wholeFile(folder, name), close: () => Promise.resolve() };
  try {
    return await receiveFundingFile(parts, {
      ...{ merchantId: partner.merchantId, name: opened.name, channel: parts.channel, bytes: opened.bytes },
      ...{ receivedBy: `${parts.channel}:${partner.username}`, receivedAt: instant(Date.now()) },
      ...(sha256 === undefined ? {} : { sha256 }),
    });
  } finally {
    await opened.close();
  }
}

/** @throws Error when somebody still writes to it: it was not complete */
export async function* wholeFile(folder: PartnerFolder, name: string): AsyncGenerator<Buffer> {
  const handle = await folder.openToRead('.taking', name);
  try {
    const before = await handle.stat();
    for await (const piece of handle.createReadStream({ autoClose: false })) yield asBuffer(piece);
    if (!isSame(before, await handle.stat())) throw new Error('a file changed while it was read');
  } finally {
    await handle.close();
  }
}

const isSame = (one: Stats, other: Stats): boolean => one.size === other.size && one.mtimeMs === other.mtimeMs;

function asBuffer(piece: unknown): Buffer {
  if (!Buffer.isBuffer(piece)) throw new Error('a file was read as something else');
  return piece;
}

async function startOrLeave(parts: IntakeParts, fileId: string): Promise<void> {
  try {
    await parts.start(fileId);
  } catch (error) {
    parts.logger.warn({ err: error, fileId }, 'a funding file waits to be started');
  }
}
