import { ChildRecords } from '../../../local/child-records';
import { nodeChild } from '../../../local/child-plans';
import { Supervisor } from '../../../local/supervisor';

/** Supervises two of the tests' children, one that itself has started a program, until it is killed. */
const main = async (recordsPath: string): Promise<void> => {
  const write = (line: string): void => void process.stdout.write(`${line}\n`);
  const supervisor = new Supervisor({ write, records: new ChildRecords(recordsPath) });
  await supervisor.start(nodeChild({ name: 'plain', script: ['test/local/programs/tick.ts'] }));
  const ready = async (): Promise<void> => undefined;
  const script = ['local/temporal-main.ts', 'no-file', '/bin/sh', '-c', 'echo process $$; exec sleep 1000'] as const;
  await supervisor.start(nodeChild({ name: 'wrapped', script: [...script], ready }));
};

const [recordsPath] = process.argv.slice(2);
if (recordsPath !== undefined) void main(recordsPath);
