import { DATA_DIR_VARIABLE, startSystem, type System } from './e2e-system';
import prepareEngine from './jest-engine-setup';

let system: System | undefined;

export const runningSystem = (): System | undefined => system;

/** One system for all end-to-end tests of a run: each test has leases of its own, as retailers have. */
export default async function startOnce(): Promise<void> {
  await prepareEngine();
  system = await startSystem();
  process.env[DATA_DIR_VARIABLE] = system.dataDir;
}
