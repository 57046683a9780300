import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../config/local-settings';
import { workflowBundle } from '../worker/bundle';
import type { Floor } from './floor';
import type { MemoryTask } from './memory-child';
import type { Finding } from './row';
import { median } from './statistics';

const WORKFLOW_COUNT = 1_000;
const ROUNDS = 3;

/** What one more open lease takes in a worker's cache. Each measurement has a fresh process; the two take turns. */
export async function memory(floor: Floor): Promise<Finding> {
  const { ours } = await floor.lives();
  const { temporalAddress } = await floor.system();
  const started = ours[1].runs.at(-1)?.history.events?.[0]?.workflowExecutionStartedEventAttributes;
  const folder = await mkdtemp(join(tmpdir(), 'ownward-memory-'));
  try {
    const [leaseFile, emptyFile] = [join(folder, 'lease.js'), join(folder, 'empty.js')];
    await writeFile(leaseFile, (await workflowBundle()).code);
    await writeFile(emptyFile, (await floor.emptyBundle()).code);
    const carried = started?.input?.payloads?.[0]?.data;
    if (!carried) throw new Error('the open run has no input');
    const args: unknown[] = [JSON.parse(Buffer.from(carried).toString('utf8'))];
    const task = { address: temporalAddress, count: WORKFLOW_COUNT };
    const rounds: { lease: number; empty: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const empty = await bytesPerWorkflow({ ...task, bundleFile: emptyFile, workflowType: 'empty', args: [] });
      const lease = await bytesPerWorkflow({ ...task, bundleFile: leaseFile, workflowType: 'servicing', args });
      rounds.push({ empty, lease });
    }
    const emptyKib = median(rounds.map(({ empty }) => empty)) / 1_024;
    return {
      value: median(rounds.map(({ lease }) => lease)) / 1_024,
      against: `empty Workflow: ${emptyKib.toFixed(1)} KiB; ${WORKFLOW_COUNT} of each, ${ROUNDS} fresh processes in turn`,
      ratio: median(rounds.map(({ lease, empty }) => lease / empty)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bytesPerWorkflow(task: MemoryTask): Promise<number> {
  const script = join(PROJECT_ROOT, 'bench', 'memory-child.ts');
  const nodeArgs = ['--expose-gc', '--import', 'tsx', script, JSON.stringify(task)];
  const { stdout } = await promisify(execFile)(process.execPath, nodeArgs, { cwd: PROJECT_ROOT });
  const bytes = Number(stdout.trim().split('\n').at(-1));
  if (!(bytes > 0)) throw new Error(`the measuring process said ${stdout}`);
  return bytes;
}
