import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file only its owner may read, unless the path is taken. A reader never sees a half-written one. */
export function createPrivateFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  viaDraft(path, text, (draft) => {
    try {
      // A link fails where the path is taken, so of two processes that start at once one file wins for both.
      linkSync(draft, path);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  });
}

/** Replaces a private file whole: after a crash there is the old content or the new, never neither. */
export function replacePrivateFile(path: string, text: string): void {
  viaDraft(path, text, (draft) => renameSync(draft, path));
}

function viaDraft(path: string, text: string, publish: (draft: string) => void): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    const handle = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    publish(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Not by `instanceof`: a test runner has another `Error` than Node's own modules. */
const isTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
