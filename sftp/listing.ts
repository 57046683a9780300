import type { Stats } from 'node:fs';
import type { Attributes, FileEntry } from 'ssh2';

const DIRECTORY = 0o040755;
const FILE = 0o100644;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Owner and mode of our files say nothing to a partner, and are none of their business. */
const NOBODY = { uid: 0, gid: 0 };

export function fileAttributes({ size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): Attributes {
  const seconds = Math.floor(mtimeMs / 1_000);
  return { ...NOBODY, mode: FILE, size, atime: seconds, mtime: seconds };
}

export function folderAttributes(): Attributes {
  const seconds = Math.floor(Date.now() / 1_000);
  return { ...NOBODY, mode: DIRECTORY, size: 0, atime: seconds, mtime: seconds };
}

/** A line as `ls -l` writes it, which is what command-line clients print. */
export function entryOf(filename: string, attrs: Attributes): FileEntry {
  const kind = attrs.mode === DIRECTORY ? 'drwxr-xr-x' : '-rw-r--r--';
  const at = new Date(attrs.mtime * 1_000);
  const day = `${MONTHS[at.getUTCMonth()] ?? ''} ${String(at.getUTCDate()).padStart(2)}`;
  const time = at.toISOString().slice(11, 16);
  const size = String(attrs.size).padStart(12);
  return { filename, longname: `${kind} 1 partner partner ${size} ${day} ${time} ${filename}`, attrs };
}
