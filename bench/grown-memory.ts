import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEBIBYTE = 2 ** 20;
const COLLECT_EVERY_MS = 2_000;

/** By how much memory was above its beginning at the worst moment. The database is a process of its own. */
export async function grownMb(work: () => Promise<void>): Promise<number> {
  const before = memoryBytes();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, memoryBytes())), 5);
  await work().finally(() => clearInterval(watch));
  return (Math.max(most, memoryBytes()) - before) / MEBIBYTE;
}

/**
 * The same, of memory that is held: garbage is collected before each look. In a process that lives long, garbage says
 * more about how much room the heap has than about the work.
 */
export async function grownHeldMb(work: () => Promise<void>): Promise<number> {
  const collect = collector();
  const held = (): number => (collect(), memoryBytes());
  const before = held();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, held())), COLLECT_EVERY_MS);
  await work().finally(() => clearInterval(watch));
  return (Math.max(most, held()) - before) / MEBIBYTE;
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function memoryBytes(): number {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}
