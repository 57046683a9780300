import { Buffer } from 'node:buffer';

/** What a partner sees. There are no other folders, and none inside these. */
export const FOLDERS = ['in', 'out', 'failed', 'processed'] as const;

export type Folder = (typeof FOLDERS)[number];

export type Place =
  | { readonly kind: 'root' }
  | { readonly kind: 'folder'; readonly folder: Folder }
  | { readonly kind: 'file'; readonly folder: Folder; readonly name: string };

/** What every file system takes. */
const NAME_MAX_BYTES = 255;

/** Leaves room for `RESULT_`, a number and `.reason.txt`. */
const UPLOAD_NAME_MAX_BYTES = 200;

/** Controls, lone surrogates, invisible and line-breaking characters; U+FFFD is what was no UTF-8. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\uFFFD/\\]/u;

/** Names under which programs upload until a file is complete: ours, WinSCP's and others'. */
const UNFINISHED = /\.(?:part|filepart|tmp)$/i;

/** A plain name: nothing hidden, nothing that leads elsewhere. */
export function isFileName(name: string): boolean {
  if (name === '' || name.startsWith('.') || UNPRINTABLE.test(name)) return false;
  return Buffer.byteLength(name) <= NAME_MAX_BYTES;
}

export const isUploadName = (name: string): boolean => Buffer.byteLength(name) <= UPLOAD_NAME_MAX_BYTES;

export const isUnfinished = (name: string): boolean => UNFINISHED.test(name);

/**
 * Where a client's path leads, seen from the partner's own root. It is read, never joined: of what a partner writes
 * only one checked name reaches the file system, below a folder that we name.
 *
 * @returns undefined for what is not there and never will be; a path out of the root is one of these
 */
export function placeOf(path: string): Place | undefined {
  const names = namesOf(path);
  if (names === undefined) return undefined;
  const [folderName, name, ...deeper] = names;
  if (folderName === undefined) return { kind: 'root' };
  const folder = FOLDERS.find((known) => known === folderName);
  if (folder === undefined || deeper.length > 0) return undefined;
  if (name === undefined) return { kind: 'folder', folder };
  return isFileName(name) ? { kind: 'file', folder, name } : undefined;
}

/** As the client is told it. */
export function pathOf(place: Place): string {
  if (place.kind === 'root') return '/';
  return place.kind === 'folder' ? `/${place.folder}` : `/${place.folder}/${place.name}`;
}

/** The names on the way; `..` takes back the one before it. */
function namesOf(path: string): string[] | undefined {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names;
}
