import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { processIdentity } from './process-identity';
import { Refusal, reasonOf } from './refusal';

export interface DataFolder {
  readonly path: string;
  readonly database: string;
  readonly temporalDatabase: string;
  readonly children: string;
  readonly sandbox: string;
  /** partners' folders, and the SFTP server's own key */
  readonly sftp: string;
  /** the demo retailers' private keys */
  readonly sftpKeys: string;
  /** Lets the next start in. */
  release(): void;
}

/** A pid with its start time, so that a lock left by kill -9 is told from a living one even after pids came round. */
const ownMark = (): string => `${process.pid} ${processIdentity(process.pid) ?? ''}`;

const holderOf = (lock: string): { text: string; pid: number; alive: boolean } | undefined => {
  try {
    const text = readFileSync(lock, 'utf8');
    const [pidText = '', ...identity] = text.split(' ');
    const pid = Number(pidText);
    return { text, pid, alive: pid > 0 && processIdentity(pid) === identity.join(' ') };
  } catch {
    return undefined;
  }
};

/** A link appears whole or not at all, and fails where the name is taken. */
const tryTake = (lock: string): boolean => {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, ownMark(), { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Moves a stale lock aside; should another start have replaced it in this instant, that one's lock is put back. */
const clearStale = (lock: string, staleText: string): void => {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== staleText) linkSync(aside, lock);
  } catch {
    // Another start was quicker; the next try sees its lock.
  } finally {
    rmSync(aside, { force: true });
  }
};

const takeLock = (lock: string, path: string): void => {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (tryTake(lock)) return;
    const holder = holderOf(lock);
    if (holder?.alive) {
      throw new Refusal(
        `Ownward is already running on the data folder ${path} (process ${holder.pid}): ` +
          'stop it first, or set OWNWARD_DATA_DIR to another folder.',
      );
    }
    if (holder !== undefined) clearStale(lock, holder.text);
  }
  throw new Refusal(`The lock ${lock} cannot be taken: another start is trying too, or the folder is read-only.`);
};

const makePrivateFolder = (path: string): void => {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const { mode } = statSync(path);
    if ((mode & 0o077) === 0) return;
  } catch (error) {
    throw new Refusal(`The data folder ${path} cannot be used: ${reasonOf(error)}.`);
  }
  throw new Refusal(`The data folder ${path} is open to other users of this machine: run chmod 700 on it.`);
};

/**
 * Makes the data folder and takes it for this process.
 * @throws Refusal when another start holds it, or it cannot be used
 */
export const takeDataFolder = (path: string): DataFolder => {
  makePrivateFolder(path);
  const lock = join(path, 'lock');
  takeLock(lock, path);
  return {
    path,
    database: join(path, 'database'),
    temporalDatabase: join(path, 'temporal.db'),
    children: join(path, 'children.json'),
    sandbox: join(path, 'sandbox.json'),
    sftp: join(path, 'sftp'),
    sftpKeys: join(path, 'sftp-keys'),
    release: () => rmSync(lock, { force: true }),
  };
};
