import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { tellParent } from './parent-link';

/** SQLite's words for a file that is not, or no longer, the database it should be. */
const DAMAGE = /file is not a database|disk image is malformed|no such table/;

/**
 * Runs the Temporal binary, which cannot watch for the supervisor's end by itself: this process can, and hands on what
 * it is told. A damaged database file becomes one sentence among the server's many lines.
 */
const main = (databaseFile: string, binary: string, args: readonly string[]): void => {
  let isDamaged = false;
  const server = spawn(binary, args, { stdio: ['ignore', 'inherit', 'pipe'] });
  if (server.pid !== undefined) void tellParent({ kind: 'owns', pid: server.pid });
  createInterface({ input: server.stderr }).on('line', (line) => {
    isDamaged ||= DAMAGE.test(line);
    process.stderr.write(`${line}\n`);
  });
  const stop = (): void => void server.kill('SIGTERM');
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  server.once('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  server.once('close', (code) => {
    const sentence =
      `The Temporal database ${databaseFile} is damaged and cannot be opened: ` +
      'restore it from a copy, or move the data folder away to start with an empty one.';
    const told = isDamaged && code !== 0 ? tellParent({ kind: 'refusal', sentence }) : Promise.resolve();
    void told.then(() => process.exit(code ?? 1));
  });
};

const [databaseFile, binary, ...args] = process.argv.slice(2);
if (databaseFile === undefined || binary === undefined) {
  throw new Error('usage: temporal-main.ts <database file> <binary> <arguments…>');
}
main(databaseFile, binary, args);
