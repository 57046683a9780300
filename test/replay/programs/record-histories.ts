import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTestServer } from '../../../local/temporal-binary';
import { Stage } from '../../support/stage';
import { FileStage } from '../../support/funding-file-stage';
import { FILE_LIVES } from '../file-lives';
import { HISTORIES, historyText } from '../histories';
import { LIVES } from '../lives';

/**
 * Plays the lives and keeps their histories, each run of a lease in a file of its own:
 * `node --import tsx test/replay/programs/record-histories.ts [life …]`
 *
 * Kept histories stand for leases that run somewhere: a history is added with a release, and replaced only as long as
 * no lease with it can exist (workflows/PATCHES.md). So a file that is there already is left alone.
 */
async function record(wanted: string[]): Promise<void> {
  const server = await findTestServer((line) => void process.stdout.write(`${line}\n`));
  await recordLeases(server, wanted);
  await recordFiles(server, wanted);
}

async function recordFiles(server: string, wanted: string[]): Promise<void> {
  const stage = await FileStage.open(server);
  try {
    const kept = readdirSync(HISTORIES).map((file) => file.replace(/\.json$/, ''));
    const missing = Object.entries(FILE_LIVES).filter(([life]) => !kept.includes(life));
    for (const [life, live] of missing.filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
      const file = await live(stage);
      await file.result();
      writeFileSync(join(HISTORIES, `${life}.json`), historyText(await file.fetchHistory()));
      process.stdout.write(`${life}\n`);
    }
  } finally {
    await stage.close();
  }
}

async function recordLeases(server: string, wanted: string[]): Promise<void> {
  const stage = await Stage.open(server);
  try {
    mkdirSync(HISTORIES, { recursive: true });
    const kept = readdirSync(HISTORIES).map((file) => file.replace(/(\.servicing)?\.json$/, ''));
    const missing = Object.entries(LIVES).filter(([life]) => !kept.includes(life));
    for (const [life, live] of missing.filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
      const lease = await live(stage);
      const [first, second] = await lease.runs();
      writeFileSync(join(HISTORIES, `${life}.json`), historyText(first));
      if (second) writeFileSync(join(HISTORIES, `${life}.servicing.json`), historyText(second));
      process.stdout.write(`${life}: ${lease.diary.timeline.join(', ')}\n`);
      await stage.clear();
    }
  } finally {
    await stage.close();
  }
}

record(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
