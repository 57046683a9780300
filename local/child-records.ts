import { z } from 'zod';

import { replacePrivateFile } from '../config/private-file';
import { readJsonFile } from './json-file';
import { processIdentity } from './process-identity';

const recordsSchema = z.array(z.object({ name: z.string(), pid: z.number().int().positive(), identity: z.string() }));
type ChildRecord = z.infer<typeof recordsSchema>[number];

const readRecords = (path: string): ChildRecord[] => {
  try {
    return recordsSchema.safeParse(readJsonFile(path)).data ?? [];
  } catch {
    // A half record only costs the look for orphans; a busy port will name what is left over.
    return [];
  }
};

/** Which processes a start has running, kept on disk for the start after a crash. */
export class ChildRecords {
  private records: ChildRecord[] = [];

  constructor(private readonly path: string) {}

  add(name: string, pid: number): void {
    const identity = processIdentity(pid);
    if (identity === undefined) return;
    this.records = [...this.records, { name, pid, identity }];
    this.save();
  }

  remove(name: string): void {
    this.records = this.records.filter((record) => record.name !== name);
    this.save();
  }

  private save(): void {
    replacePrivateFile(this.path, `${JSON.stringify(this.records)}\n`);
  }
}

/** Ends what an earlier, killed start has left running; only processes whose start time says that they are ours. */
export const endOrphans = async (path: string, report: (line: string) => void): Promise<void> => {
  const orphans = readRecords(path).filter(({ pid, identity }) => processIdentity(pid) === identity);
  for (const { name, pid } of orphans) {
    report(`ending ${name} (process ${pid}), left over from an earlier start`);
    process.kill(pid, 'SIGKILL');
  }
  while (orphans.some(({ pid, identity }) => processIdentity(pid) === identity)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
