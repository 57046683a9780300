import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, link, lstat, mkdir, open, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import { codeOf, noSuchFile } from './refusal';
import { FOLDERS, type Folder, isFileName } from './virtual-path';

/** On the same disk, and in no folder that a partner sees: where uploads grow, and where a file is while it is taken in. */
const HIDDEN = ['.arriving', '.taking'] as const;

export type Area = Folder | (typeof HIDDEN)[number];

export interface Spot {
  readonly area: Area;
  readonly name: string;
}

/**
 * The files of one partner on disk. Names come in checked (`virtual-path.ts`), folders are ours, and whatever is a link
 * is treated as if it were not there: so nobody is led out of here, also where somebody else's sshd writes.
 */
export class PartnerFolder {
  /** @param path of this partner's own root, made where it is missing */
  static async open(path: string): Promise<PartnerFolder> {
    const folder = new PartnerFolder(path);
    await folder.mend();
    return folder;
  }

  private constructor(private readonly path: string) {}

  /** Makes what is missing, also what somebody has taken away meanwhile. */
  async mend(): Promise<void> {
    for (const area of ['', ...HIDDEN, ...FOLDERS]) {
      await mkdir(join(this.path, area), { recursive: true, mode: 0o700 });
    }
  }

  /** Names of plain files, hidden ones and others left out. */
  async names(area: Area): Promise<string[]> {
    await this.requireOwn(area);
    const entries = await readdir(join(this.path, area), { withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && isFileName(entry.name)).map(({ name }) => name);
  }

  /** Undefined where there is no plain file of that name. */
  async stat(area: Area, name: string): Promise<Stats | undefined> {
    await this.requireOwn(area);
    try {
      const stats = await lstat(join(this.path, area, name));
      return stats.isFile() ? stats : undefined;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** @throws Refusal when there is no plain file of that name */
  async openToRead(area: Area, name: string): Promise<FileHandle> {
    await this.requireOwn(area);
    // Not to block on a pipe that somebody laid there.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const handle = await open(join(this.path, area, name), flags);
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    throw noSuchFile();
  }

  /** A new file that nobody sees, for what is not complete yet. */
  async draft(): Promise<{ path: string; handle: FileHandle }> {
    await this.requireOwn('.arriving');
    const path = join(this.path, '.arriving', randomUUID());
    return { path, handle: await open(path, 'wx+', 0o600) };
  }

  /** Shows a draft, whole, under a free name. @throws EEXIST */
  async publish(draftPath: string, folder: Folder, name: string): Promise<void> {
    await this.requireOwn(folder);
    // A link fails where the name is taken; a rename would replace what is there.
    await link(draftPath, join(this.path, folder, name));
    await rm(draftPath, { force: true });
  }

  /** Shows a draft in place of what has its name, if anything has. */
  async replace(draftPath: string, folder: Folder, name: string): Promise<void> {
    await this.requireOwn(folder);
    await rename(draftPath, join(this.path, folder, name));
  }

  /** A file of ours: there whole, or not at all. */
  async put(folder: Folder, name: string, content: AsyncIterable<Buffer> | string): Promise<void> {
    const { path, handle } = await this.draft();
    try {
      await writeFile(handle, content);
      await handle.sync();
      await this.replace(path, folder, name);
    } finally {
      await handle.close();
      await rm(path, { force: true });
    }
  }

  /** The same file under another free name. @throws EEXIST, ENOENT */
  async move(from: Spot, to: Spot): Promise<void> {
    const [old, next] = await this.bothEnds(from, to);
    try {
      await link(old, next);
    } catch (error) {
      // Killed between the two steps: it stands there already, under both names.
      if (codeOf(error) !== 'EEXIST' || !(await isSameFile(old, next))) throw error;
    }
    await unlink(old);
  }

  /** The same file in place of what has the other name, if anything has. @throws ENOENT */
  async moveOver(from: Spot, to: Spot): Promise<void> {
    const [old, next] = await this.bothEnds(from, to);
    await rename(old, next);
  }

  async remove(area: Area, name: string): Promise<void> {
    await this.requireOwn(area);
    await unlink(join(this.path, area, name));
  }

  pathOf(area: Area, name: string): string {
    return join(this.path, area, name);
  }

  /** Uploads that were cut off when a process died. */
  async clearDrafts(): Promise<void> {
    await this.requireOwn('.arriving');
    const folder = join(this.path, '.arriving');
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
  }

  /** Bytes of every file here, of growing ones too, and how many wait in `in/`. */
  async usage(): Promise<{ byteCount: number; waitingCount: number }> {
    let byteCount = 0;
    for (const area of [...HIDDEN, ...FOLDERS]) {
      for (const name of await this.names(area)) byteCount += (await this.stat(area, name))?.size ?? 0;
    }
    return { byteCount, waitingCount: (await this.names('in')).length };
  }

  private async bothEnds(from: Spot, to: Spot): Promise<[string, string]> {
    await this.requireOwn(from.area);
    await this.requireOwn(to.area);
    return [join(this.path, from.area, from.name), join(this.path, to.area, to.name)];
  }

  private async requireOwn(area: Area): Promise<void> {
    for (const path of [this.path, join(this.path, area)]) {
      if (!(await lstat(path)).isDirectory()) throw noSuchFile();
    }
  }
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([lstat(one), lstat(other)]);
  return a.ino === b.ino && a.dev === b.dev;
}
