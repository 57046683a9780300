import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(__dirname, '../..');
/** Where the test processes find the one system they all call. */
export const DATA_DIR_VARIABLE = 'OWNWARD_E2E_DATA_DIR';

const RUNNING = 'Ownward is running';

/** One whole Ownward, brought up by `npm start`'s own program on free ports and a data folder of its own. */
export interface System {
  readonly dataDir: string;
  /** all that its processes have printed so far */
  output(): string;
  /** ends every process; the data folder stays until {@link System.remove} */
  stop(): Promise<void>;
  remove(): void;
}

/**
 * Starts one and resolves when it answers.
 * @throws Error with everything that was printed when it ends instead
 */
export async function startSystem(env: Readonly<Record<string, string>> = {}): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ownward-e2e-'));
  // By its channel it ends with us, however we end.
  const args = ['--import', 'tsx', '--import', './local/end-with-parent.mjs', 'local/start.ts'];
  const child = spawn(process.execPath, args, {
    cwd: PROJECT,
    env: { ...process.env, ...(await freePorts()), OWNWARD_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const chunks: string[] = [];
  const output = (): string => chunks.join('');
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true });
  await untilRunning(child, chunks).catch((error: unknown) => {
    remove();
    throw error;
  });
  return { dataDir, output, remove, stop: () => stop(child) };
}

function untilRunning(child: ChildProcess, chunks: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        chunks.push(String(chunk));
        if (chunks.join('').includes(RUNNING)) resolve();
      });
    }
    child.once('close', (code) => reject(new Error(`npm start ended with ${String(code)}:\n${chunks.join('')}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGINT');
  await ended;
}

/** Reserved together, so that no two of them are the same. */
async function freePorts(): Promise<Record<string, string>> {
  const servers = ['PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'DATABASE_PORT', 'SFTP_PORT'].map((name) => ({
    name,
    server: createServer().listen(0, '127.0.0.1'),
  }));
  const ports: Record<string, string> = {};
  for (const { name, server } of servers) {
    if (!server.listening) await once(server, 'listening');
    ports[name] = String((server.address() as AddressInfo).port);
  }
  await Promise.all(servers.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
