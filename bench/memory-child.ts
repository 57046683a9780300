import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { NAMESPACE, workerOptions } from './system';

export interface MemoryTask {
  address: string;
  bundleFile: string;
  workflowType: string;
  args: unknown[];
  count: number;
}

/** Caches are filled in steps: what a process takes once is not what one more Workflow takes. */
const WARM_UP_COUNT = 100;
const STARTS_AT_ONCE = 25;

/** Starts Workflows, waits until the worker holds all of them, and prints what each takes in bytes. */
async function main({ address, bundleFile, workflowType, args, count }: MemoryTask): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const connection = await NativeConnection.connect({ address });
  const client = new Client({ connection: await Connection.connect({ address }), namespace: NAMESPACE });
  const taskQueue = `memory-${randomUUID()}`;
  const worker = await Worker.create({
    ...workerOptions,
    connection,
    namespace: NAMESPACE,
    taskQueue,
    workflowBundle: { codePath: bundleFile },
    maxCachedWorkflows: 2 * (count + WARM_UP_COUNT),
    // Workflows then live in this very isolate, whose heap can be asked. The context is shared as in production.
    debugMode: true,
    reuseV8Context: true,
  });
  await worker.runUntil(async () => {
    const prefix = randomUUID();
    const start = (from: number, until: number) =>
      startMany(from, until, (index) =>
        client.workflow.start(workflowType, { workflowId: `${prefix}:${index}`, taskQueue, args }),
      );
    await start(0, WARM_UP_COUNT);
    await untilCached(worker, WARM_UP_COUNT);
    const before = await heapBytes();
    await start(WARM_UP_COUNT, WARM_UP_COUNT + count);
    await untilCached(worker, WARM_UP_COUNT + count);
    const after = await heapBytes();
    process.stdout.write(`${(after - before) / count}\n`);
  });
  await connection.close();
}

async function startMany(from: number, until: number, start: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = from; index < until; index += STARTS_AT_ONCE) {
    const size = Math.min(STARTS_AT_ONCE, until - index);
    await Promise.all(Array.from({ length: size }, (_, offset) => start(index + offset)));
  }
}

async function untilCached(worker: Worker, count: number): Promise<void> {
  while (worker.getStatus().numCachedWorkflows < count || worker.getStatus().numInFlightWorkflowActivations > 0) {
    await pause(20);
  }
}

async function heapBytes(): Promise<number> {
  for (let pass = 0; pass < 4; pass += 1) {
    globalThis.gc?.();
    await pause(50);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const [task] = process.argv.slice(2);
if (task === undefined || globalThis.gc === undefined)
  throw new Error('usage: node --expose-gc memory-child.ts <task>');
main(JSON.parse(task) as MemoryTask).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
