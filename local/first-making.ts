import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const markerOf = (path: string): string => `${path}.being-made`;

/**
 * Before a database is made: notes that it is not whole yet, and clears what an earlier, cut short making has left.
 * Nothing can be lost by that: nobody has been let in before `finishMaking`.
 */
export const beginMaking = (path: string, companions: readonly string[] = []): void => {
  const marker = markerOf(path);
  if (existsSync(marker)) {
    for (const left of [path, ...companions]) rmSync(left, { recursive: true, force: true });
  }
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(marker, '');
};

/** The database is whole and may be used: from now on its content counts. */
export const finishMaking = (path: string): void => rmSync(markerOf(path), { force: true });
