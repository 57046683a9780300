import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

import { type ChildMessage, parseChildMessage } from '../../local/parent-link';

const PROJECT = join(__dirname, '../..');

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export interface DatabaseProcess {
  readonly child: ChildProcess;
  /** The first thing it says to its parent: ready, or why not. */
  readonly said: ChildMessage | undefined;
  readonly url: string;
}

/** Starts `local/database-main.ts` as the supervisor would. */
export const startDatabase = async (folder: string, port: number): Promise<DatabaseProcess> => {
  const args = ['--import', 'tsx', join(PROJECT, 'local/database-main.ts'), folder, String(port)];
  const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const [said] = await once(child, 'message');
  return { child, said: parseChildMessage(said), url: `postgres://postgres@127.0.0.1:${port}/postgres` };
};

/** Ends the process and waits for its end. */
export const endProcess = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = await ended;
  return code;
};
