import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { takeDataFolder } from '../../local/data-folder';
import { processIdentity } from '../../local/process-identity';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const fresh = (): string => join(temporaryFolder(), 'data');

/** A folder as a killed start leaves it, with a lock of that content. */
const leftLocked = (lock: string): string => {
  const path = fresh();
  mkdirSync(path, { mode: 0o700 });
  writeFileSync(join(path, 'lock'), lock);
  return path;
};

afterAll(removeTemporaryFolders);

describe('the data folder', () => {
  it('is closed to other users', () => {
    const { path } = takeDataFolder(fresh());
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('refuses a second start in one sentence that names the folder, the process and the variable', () => {
    const path = fresh();
    takeDataFolder(path);
    expect(() => takeDataFolder(path)).toThrow(
      `Ownward is already running on the data folder ${path} (process ${process.pid}): ` +
        'stop it first, or set OWNWARD_DATA_DIR to another folder.',
    );
  });

  it('lets the next start in once the first has ended', () => {
    const path = fresh();
    takeDataFolder(path).release();
    expect(() => takeDataFolder(path)).not.toThrow();
  });

  it('is not blocked by the lock of a killed start', () => {
    const { pid } = spawnSync('true');
    const path = leftLocked(`${pid} 4711`);
    expect(() => takeDataFolder(path)).not.toThrow();
    expect(() => takeDataFolder(path)).toThrow('already running');
  });

  it('is not blocked when the pid of a killed start now belongs to another program', () => {
    expect(() => takeDataFolder(leftLocked(`${process.pid} another start time`))).not.toThrow();
  });

  it('is not blocked by a lock that was never written to the end', () => {
    expect(() => takeDataFolder(leftLocked(''))).not.toThrow();
  });

  it('refuses a folder that other users can read', () => {
    const path = fresh();
    mkdirSync(path);
    chmodSync(path, 0o755);
    expect(() => takeDataFolder(path)).toThrow('chmod 700');
    expect(existsSync(join(path, 'lock'))).toBe(false);
  });

  it('refuses a path that is a file', () => {
    const path = fresh();
    writeFileSync(path, '');
    expect(() => takeDataFolder(path)).toThrow(`The data folder ${path} cannot be used`);
  });
});

describe('the identity of a process', () => {
  it('is the same as long as it lives, and gone after', () => {
    expect(processIdentity(process.pid)).toEqual(expect.any(String));
    expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
    expect(processIdentity(spawnSync('true').pid)).toBeUndefined();
  });
});
