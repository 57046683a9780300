import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { childEnvironment, PROJECT_ROOT } from '../config/local-settings';

/** Starts one of our programs as a process of its own, so that what is measured here does not pay for it. */
export function startNode(
  script: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const [file, ...args] = script;
  const child = spawn(process.execPath, ['--import', 'tsx', join(PROJECT_ROOT, file), ...args], {
    cwd: PROJECT_ROOT,
    env: childEnvironment(env),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  endWithUs(child);
  return child;
}

/** A bench that is interrupted leaves nothing running. */
export function endWithUs(child: ChildProcess): void {
  process.once('exit', () => void child.kill('SIGKILL'));
}

/** Ends a child and waits until it is gone, so that its port and its memory are free for the next measurement. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
