import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { nodeChild } from '../../local/child-plans';
import { ChildRecords } from '../../local/child-records';
import { type ChildPlan, type RestartPolicy, usualPolicy } from '../../local/supervised-child';
import { Supervisor } from '../../local/supervisor';
import { eventually, untilGone } from './eventually';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const quick: RestartPolicy = {
  ...usualPolicy,
  firstDelayMs: 1,
  maxDelayMs: 2,
  maxFastDeathsCount: 4,
  stopLimitMs: 300,
};

const started: Supervisor[] = [];
const supervise = (policy: RestartPolicy = quick) => {
  const lines: string[] = [];
  const recordsPath = join(temporaryFolder(), 'children.json');
  const records = new ChildRecords(recordsPath);
  const supervisor = new Supervisor({ write: (line) => lines.push(line), records, policy });
  started.push(supervisor);
  return { supervisor, lines, recorded: () => readFileSync(recordsPath, 'utf8') };
};

const tick = (name: string, manner = 'gentle'): ChildPlan =>
  nodeChild({ name, script: ['test/local/programs/tick.ts', manner] });

/** A child without Node's start-up time. */
const shell = (name: string, body: string, ready?: ChildPlan['ready']): ChildPlan => ({
  ...nodeChild({ name, script: ['unused'] }),
  command: '/bin/sh',
  args: ['-c', body],
  ...(ready === undefined ? {} : { ready }),
});

const pidsIn = (lines: readonly string[]): number[] =>
  lines.flatMap((line) => [...line.matchAll(/process (\d+)/g)].map(([, pid]) => Number(pid)));

afterEach(() => Promise.all(started.splice(0).map((supervisor) => supervisor.stop(true))));
afterAll(removeTemporaryFolders);
jest.setTimeout(30_000);

describe('the supervisor', () => {
  it('resolves a start only when the child says that it is ready', async () => {
    const { supervisor, lines } = supervise();
    await supervisor.start(tick('worker'));
    await eventually(() => lines.find((line) => line.startsWith('[worker] process')));
  });

  it('brings back a child that was killed', async () => {
    const { supervisor, lines } = supervise();
    await supervisor.start(tick('worker'));
    const [first] = await eventually(() => (pidsIn(lines).length === 1 ? pidsIn(lines) : undefined));
    process.kill(first ?? 0, 'SIGKILL');
    const [, second] = await eventually(() => (pidsIn(lines).length === 2 ? pidsIn(lines) : undefined));
    expect(second).not.toBe(first);
    expect(lines).toContainEqual(expect.stringMatching(/^\[worker\] ended \(SIGKILL\); starting again/));
  });

  it('gives up on a child that dies again and again, and says which and how', async () => {
    const { supervisor } = supervise({ ...quick, maxFastDeathsCount: 4 });
    await supervisor.start(shell('api', 'exit 3', async () => undefined));
    await expect(supervisor.gaveUp).rejects.toThrow('api ended 4 times in a row (exit code 3)');
  });

  it('gives up sooner on a child that was never ready', async () => {
    const { supervisor } = supervise();
    const neverReady = shell('api', 'exit 3', () => new Promise(() => undefined));
    await expect(supervisor.start(neverReady)).rejects.toThrow('api ended 3 times in a row');
  });

  it('does not count against a child that it had settled before', async () => {
    const { supervisor, lines } = supervise({ ...quick, settledAfterMs: 0 });
    await supervisor.start(shell('api', 'exit 3', async () => undefined));
    await eventually(() => lines[2 * quick.maxFastDeathsCount]);
  });

  it('gives up at once when the child gives a reason that no repetition will change', async () => {
    const { supervisor, lines } = supervise();
    const starting = supervisor.start(nodeChild({ name: 'database', script: ['test/local/programs/refuse.ts'] }));
    await expect(starting).rejects.toThrow('The cupboard is bare.');
    expect(lines).toEqual([]);
  });

  it('says so when a program cannot be started at all', async () => {
    const { supervisor } = supervise();
    const missing = { ...tick('worker'), command: join(temporaryFolder(), 'nothing-here') };
    await expect(supervisor.start(missing)).rejects.toThrow('ENOENT');
  });

  it('ends its children in the reverse order of their start', async () => {
    const { supervisor, lines } = supervise({ ...quick, stopLimitMs: 20_000 });
    for (const name of ['database', 'worker', 'api']) await supervisor.start(tick(name));
    await supervisor.stop();
    await eventually(() => (lines.filter((line) => line.endsWith('bye')).length === 3 ? true : undefined));
    expect(lines.filter((line) => line.endsWith('bye'))).toEqual(['[api] bye', '[worker] bye', '[database] bye']);
  });

  it('ends a child that does not listen', async () => {
    const { supervisor, lines } = supervise();
    await supervisor.start(tick('worker', 'stubborn'));
    const [pid] = await eventually(() => (pidsIn(lines).length === 1 ? pidsIn(lines) : undefined));
    await supervisor.stop();
    await untilGone(pid ?? 0);
  });

  it.each(['is stopped', 'is killed'])('takes what a child has started down with it when it %s', async (how) => {
    const { supervisor, lines } = supervise({ ...quick, firstDelayMs: 60_000, maxDelayMs: 60_000 });
    await supervisor.start(shell('temporal', 'sleep 1000 & echo process $! process $$; wait', async () => undefined));
    const [grandchild, child] = await eventually(() => (pidsIn(lines).length === 2 ? pidsIn(lines) : undefined));
    if (how === 'is stopped') await supervisor.stop(true);
    else process.kill(child ?? 0, 'SIGKILL');
    await untilGone(grandchild ?? 0);
  });

  it('starts nothing more after the wish to stop', async () => {
    const { supervisor } = supervise();
    await supervisor.stop();
    await expect(supervisor.start(tick('worker'))).rejects.toThrow('Stopped');
  });

  it('keeps on disk what is running, and only that', async () => {
    const { supervisor, recorded } = supervise();
    await supervisor.start(tick('worker'));
    expect(JSON.parse(recorded())).toEqual([expect.objectContaining({ name: 'worker' })]);
    await supervisor.stop();
    expect(JSON.parse(recorded())).toEqual([]);
  });
});
