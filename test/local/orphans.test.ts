import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { ChildRecords, endOrphans } from '../../local/child-records';
import { processIdentity } from '../../local/process-identity';
import { endProcess } from './database-process';
import { eventually, untilGone } from './eventually';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const PROJECT = join(__dirname, '../..');
const sleepers: ChildProcess[] = [];
const sleeper = (): number => {
  const child = spawn('sleep', ['1000'], { stdio: 'ignore' });
  sleepers.push(child);
  return child.pid ?? 0;
};
const silent = (): void => undefined;

afterAll(async () => {
  await Promise.all(sleepers.map((child) => endProcess(child, 'SIGKILL')));
  removeTemporaryFolders();
});

describe('the end of a supervisor that was killed', () => {
  it('is the end of its children, and of what they have started', async () => {
    const args = ['--import', 'tsx', 'test/local/programs/supervise.ts', join(temporaryFolder(), 'children.json')];
    const supervisor = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
    const pids: number[] = [];
    createInterface({ input: supervisor.stdout }).on('line', (line) => {
      const pid = /process (\d+)/.exec(line)?.[1];
      if (pid !== undefined) pids.push(Number(pid));
    });
    await eventually(() => (pids.length === 2 ? true : undefined));
    await endProcess(supervisor, 'SIGKILL');
    await Promise.all(pids.map(untilGone));
  }, 30_000);
});

describe('what a killed start has left running', () => {
  it('is ended by the next start, which says so', async () => {
    const path = join(temporaryFolder(), 'children.json');
    const pid = sleeper();
    new ChildRecords(path).add('temporal', pid);
    const lines: string[] = [];
    await endOrphans(path, (line) => lines.push(line));
    await untilGone(pid);
    expect(lines).toEqual([`ending temporal (process ${pid}), left over from an earlier start`]);
  });

  it('is not a program that has been given the same pid since', async () => {
    const path = join(temporaryFolder(), 'children.json');
    const pid = sleeper();
    writeFileSync(path, JSON.stringify([{ name: 'temporal', pid, identity: 'another start time' }]));
    const lines: string[] = [];
    await endOrphans(path, (line) => lines.push(line));
    expect(lines).toEqual([]);
    expect(processIdentity(pid)).toEqual(expect.any(String));
  });

  it.each(['', 'no JSON', '[{"name":"temporal"}]'])('is nothing when the record reads %j', async (text) => {
    const path = join(temporaryFolder(), 'children.json');
    writeFileSync(path, text);
    await expect(endOrphans(path, silent)).resolves.toBeUndefined();
  });
});
