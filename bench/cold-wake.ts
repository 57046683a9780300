import { Worker, type ReplayWorkerOptions } from '@temporalio/worker';
import { workflowBundle } from '../worker/bundle';
import { emptyHistory } from './empty-workflow';
import type { Floor } from './floor';
import type { Run } from './histories';
import type { Finding } from './row';
import { median } from './statistics';

type History = Run['history'];

const ROUNDS = 9;
/** The first replays pay for the script, the JIT and the threads; what is measured comes after them. */
const WARM_UP_COUNT = 60;
const REPLAY_COUNT = 240;

/**
 * Wakes a Funded lease that no worker holds in memory: its open run is replayed from its first event. All CPU of this
 * process counts, whichever thread spends it. The two take turns, so that a noisy neighbour disturbs both.
 */
export async function coldWake(floor: Floor): Promise<Finding> {
  const { ours } = await floor.lives();
  const open = ours[1].runs.at(-1);
  if (!open) throw new Error('the lease has no open run');
  const system = await floor.system();
  const leaseBundle = await workflowBundle();
  const emptyBundle = await floor.emptyBundle();
  const empty = await emptyHistory(system, emptyBundle);

  const rounds: { leaseMs: number; emptyMs: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const emptyMs = await cpuMsPerReplay({ workflowBundle: emptyBundle }, empty);
    rounds.push({ emptyMs, leaseMs: await cpuMsPerReplay({ workflowBundle: leaseBundle }, open.history) });
  }
  const emptyMs = median(rounds.map((round) => round.emptyMs));
  return {
    value: median(rounds.map((round) => round.leaseMs)),
    against: `empty Workflow: ${emptyMs.toFixed(2)} ms CPU; ${ROUNDS} rounds of ${REPLAY_COUNT} replays in turn`,
    ratio: median(rounds.map((round) => round.leaseMs / round.emptyMs)),
  };
}

async function cpuMsPerReplay(options: ReplayWorkerOptions, history: History): Promise<number> {
  const copies = Array.from({ length: WARM_UP_COUNT + REPLAY_COUNT }, (_, index) => ({
    workflowId: `lease:${1_000_000_000 + index}`,
    history,
  }));
  let replayedCount = 0;
  let before = process.cpuUsage();
  for await (const { error } of Worker.runReplayHistories(options, copies)) {
    if (error) throw error;
    replayedCount += 1;
    if (replayedCount === WARM_UP_COUNT) before = process.cpuUsage();
    if (replayedCount === WARM_UP_COUNT + REPLAY_COUNT) break;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / REPLAY_COUNT;
}
