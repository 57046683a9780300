import { spawnSync } from 'node:child_process';
import { runningSystem } from './jest-e2e-setup';

/** After everything that any test did, the books must hold, as `npm run books` sees them; only then the system ends. */
export default async function proveAndStop(): Promise<void> {
  const system = runningSystem();
  if (!system) return;
  const env = { ...process.env, OWNWARD_DATA_DIR: system.dataDir };
  const books = spawnSync(process.execPath, ['--import', 'tsx', 'local/books.ts'], { env, encoding: 'utf8' });
  await system.stop();
  system.remove();
  process.stdout.write(books.stdout);
  if (books.status !== 0) throw new Error(`The books do not hold after the end-to-end tests.\n${books.stderr}`);
}
