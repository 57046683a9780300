import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const SOURCE_FOLDERS = ['domain', 'workflows', 'activities', 'db', 'config', 'worker', 'api', 'sftp', 'local', 'bench'];

/** What git keeps, as paths from the root. A file that was deleted but not committed yet is not there to be read. */
export function trackedFiles(): string[] {
  const git = (...args: string[]) => execFileSync('git', ['ls-files', '-z', ...args], { cwd: ROOT, encoding: 'utf8' });
  const deleted = new Set(git('--deleted').split('\0'));
  return git()
    .split('\0')
    .filter((path) => path !== '' && !deleted.has(path));
}

export function sourceFiles(): string[] {
  return trackedFiles().filter((path) => SOURCE_FOLDERS.includes(path.split('/')[0] ?? '') && /\.tsx?$/.test(path));
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
