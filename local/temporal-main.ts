import { spawn } from 'node:child_process';

import { tellParent } from './parent-link';

/**
 * Runs the Temporal binary, which cannot watch for the supervisor's end by itself: this process can, and hands on what
 * it is told. `temporal-main.ts <binary> <arguments…>`
 */
const [binary, ...args] = process.argv.slice(2);
if (binary === undefined) throw new Error('usage: temporal-main.ts <binary> <arguments…>');

const server = spawn(binary, args, { stdio: ['ignore', 'inherit', 'inherit'] });
if (server.pid !== undefined) void tellParent({ kind: 'owns', pid: server.pid });
const stop = (): void => void server.kill('SIGTERM');
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
server.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.once('exit', (code) => process.exit(code ?? 1));
