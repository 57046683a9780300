import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { BENCHES } from './benches';
import { Floor } from './floor';
import { isRowId, ROW_IDS, type RowId } from './limits';
import { judged, notYet, type Row } from './row';
import { table } from './table';

/** What `npm run bench -- …` is told. */
function wanted(): { ids: readonly RowId[]; jsonFile: string | undefined } {
  const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
  const { only, json: jsonFile } = values;
  if (only === undefined) return { ids: ROW_IDS, jsonFile };
  if (!isRowId(only)) throw new Error(`--only takes one of ${ROW_IDS.join(', ')}`);
  return { ids: [only], jsonFile };
}

async function measure(ids: readonly RowId[]): Promise<Row[]> {
  const floor = new Floor();
  const rows: Row[] = [];
  try {
    for (const id of ids) {
      const bench = BENCHES[id];
      if (bench) console.error(`measuring ${id} …`);
      rows.push(bench ? judged(id, await bench(floor)) : notYet(id));
    }
  } finally {
    await floor.close();
  }
  return rows;
}

function machine(): string {
  const [cpu] = cpus();
  const gibCount = Math.round(totalmem() / 2 ** 30);
  return `${cpu?.model ?? 'unknown'}, ${availableParallelism()} cores, ${gibCount} GiB, Node ${process.version}, ${process.platform}`;
}

async function main(): Promise<void> {
  const { ids, jsonFile } = wanted();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const rows = await measure(ids);
  console.log(`\n${table(rows)}\n\n${machine()}. How each row is measured: docs/BENCH.md`);
  const report = { at: new Date().toISOString(), machine: machine(), rows };
  if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify(report, null, 2)}\n`);

  const failed = rows.filter(({ holds }) => holds === false);
  if (failed.length === 0) return;
  console.error(`Does not ship: ${failed.map(({ id }) => id).join(', ')}`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
});
