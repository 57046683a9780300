import { findTemporal, findTestServer } from '../../local/temporal-binary';
import { workflowBundle } from '../../worker/bundle';
import { ENGINE_VARIABLES } from './jest-engine';

/**
 * Finds or fetches both Temporal binaries and builds the Workflow bundle, once a run and before any clock of a test
 * starts: a first download inside a test would look like a test that hangs.
 */
export default async function prepareEngine(): Promise<void> {
  const { env } = process;
  if (env[ENGINE_VARIABLES.server] !== undefined) return; // another project of this run was here before
  const report = (line: string): void => void process.stdout.write(`${line}\n`);
  env[ENGINE_VARIABLES.testServer] = await findTestServer(report);
  env[ENGINE_VARIABLES.server] = await findTemporal(report);
  await workflowBundle(); // kept by content: each test process then reads it instead of building it
}
