import { constants } from 'node:fs';
import { type FileHandle, link, lstat, mkdir, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import { codeOf, noSuchFile } from './refusal';
import { FOLDERS, type Folder, isFileName } from './virtual-path';

/** Where uploads grow: on the same disk, and in no folder that a partner sees. */
const ARRIVING = '.arriving';

/**
 * The files of one partner on disk. Names come in checked (`virtual-path.ts`), folders are ours, and whatever is a link
 * is treated as if it were not there: so nobody is led out of here, also where somebody else's sshd writes.
 */
export class PartnerFolder {
  /** @param path of this partner's own root, made where it is missing */
  static async open(path: string): Promise<PartnerFolder> {
    for (const folder of ['', ARRIVING, ...FOLDERS]) {
      await mkdir(join(path, folder), { recursive: true, mode: 0o700 });
    }
    return new PartnerFolder(path);
  }

  private constructor(private readonly path: string) {}

  /** Names of plain files, hidden ones and others left out. */
  async names(folder: Folder): Promise<string[]> {
    await this.requireOwn(folder);
    const entries = await readdir(join(this.path, folder), { withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && isFileName(entry.name)).map(({ name }) => name);
  }

  /** Undefined where there is no plain file of that name. */
  async stat(folder: Folder, name: string): Promise<Stats | undefined> {
    await this.requireOwn(folder);
    try {
      const stats = await lstat(join(this.path, folder, name));
      return stats.isFile() ? stats : undefined;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** @throws Refusal when there is no plain file of that name */
  async openToRead(folder: Folder, name: string): Promise<FileHandle> {
    await this.requireOwn(folder);
    // Not to block on a pipe that somebody laid there.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const handle = await open(join(this.path, folder, name), flags);
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    throw noSuchFile();
  }

  /** A new file that nobody sees, for what is not complete yet. */
  async draft(id: string): Promise<{ path: string; handle: FileHandle }> {
    await this.requireOwn(ARRIVING);
    const path = join(this.path, ARRIVING, id);
    return { path, handle: await open(path, 'wx+', 0o600) };
  }

  /** Shows a draft, whole, under a free name. @throws EEXIST */
  async publish(draftPath: string, folder: Folder, name: string): Promise<void> {
    await this.requireOwn(folder);
    // A link fails where the name is taken; a rename would replace what is there.
    await link(draftPath, join(this.path, folder, name));
    await rm(draftPath, { force: true });
  }

  /** Shows a draft under the name of a work file, which it replaces. */
  async replace(draftPath: string, folder: Folder, name: string): Promise<void> {
    await this.requireOwn(folder);
    await rename(draftPath, join(this.path, folder, name));
  }

  /** The same file under another free name. @throws EEXIST, ENOENT */
  async move(from: { folder: Folder; name: string }, to: { folder: Folder; name: string }): Promise<void> {
    await this.requireOwn(from.folder);
    await this.requireOwn(to.folder);
    const old = join(this.path, from.folder, from.name);
    const next = join(this.path, to.folder, to.name);
    try {
      await link(old, next);
    } catch (error) {
      // Killed between the two steps: it stands there already, under both names.
      if (codeOf(error) !== 'EEXIST' || !(await isSameFile(old, next))) throw error;
    }
    await unlink(old);
  }

  async remove(folder: Folder, name: string): Promise<void> {
    await this.requireOwn(folder);
    await unlink(join(this.path, folder, name));
  }

  pathOf(folder: Folder, name: string): string {
    return join(this.path, folder, name);
  }

  /** Uploads that were cut off when a process died. */
  async clearDrafts(): Promise<void> {
    await this.requireOwn(ARRIVING);
    const folder = join(this.path, ARRIVING);
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
  }

  /** Bytes of every file here, and how many wait in `in/`. */
  async usage(): Promise<{ byteCount: number; waitingCount: number }> {
    let byteCount = 0;
    for (const folder of FOLDERS) {
      for (const name of await this.names(folder)) byteCount += (await this.stat(folder, name))?.size ?? 0;
    }
    return { byteCount, waitingCount: (await this.names('in')).length };
  }

  private async requireOwn(folder: Folder | typeof ARRIVING): Promise<void> {
    for (const path of [this.path, join(this.path, folder)]) {
      if (!(await lstat(path)).isDirectory()) throw noSuchFile();
    }
  }
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([lstat(one), lstat(other)]);
  return a.ino === b.ino && a.dev === b.dev;
}
