import type { ChildProcess } from 'node:child_process';
import autocannon from 'autocannon';
import { untilAnswers } from '../local/readiness';
import { leaseWorkflowId } from '../workflows/lease/messages';
import { endChild, freePort, startNode } from './children';
import type { Floor } from './floor';
import { untilIdle } from './idle';
import { LIVE_BANK } from './live-bank';
import { Retailer } from './retailer';
import type { Finding } from './row';
import { median } from './statistics';
import type { System } from './system';

const ROUNDS = 6;
const WARM_UP_SECONDS = 3;
const SECONDS = 5;
const CONNECTIONS = 10;

/** Our API and a bare Express route, each in a process of its own with the same settings, asked in turn. */
export async function read(floor: Floor): Promise<Finding> {
  const system = await floor.system();
  const leaseId = await new Retailer(system).fundedLease('biWeekly', (id) =>
    untilIdle(system.client, leaseWorkflowId(id), 'lease'),
  );
  const children: ChildProcess[] = [];
  try {
    const ours = await serve('api/main.ts', system, children);
    const bare = await serve('bench/read-bare.ts', system, children);
    const path = `/v1/leases/${leaseId}`;
    await expectSameAnswer(system, `${ours}${path}`, `${bare}${path}`);
    const ask = (url: string, seconds: number) => requestsPerSecond(system, `${url}${path}`, seconds);
    for (const url of [ours, bare]) await ask(url, WARM_UP_SECONDS);
    const rounds: { ours: number; bare: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const bareRate = await ask(bare, SECONDS);
      rounds.push({ bare: bareRate, ours: await ask(ours, SECONDS) });
    }
    const barePerSecond = Math.round(median(rounds.map((round) => round.bare)));
    return {
      value: median(rounds.map((round) => round.ours)),
      against: `bare Express, same SQL: ${barePerSecond} req/s; ${ROUNDS} rounds of ${SECONDS} s in turn, ${CONNECTIONS} connections`,
      ratio: median(rounds.map((round) => round.ours / round.bare)),
    };
  } finally {
    for (const child of children) await endChild(child);
  }
}

/** Live settings: no checks that only the sandbox makes. Nothing is decided or charged by a read. */
async function serve(script: string, system: System, children: ChildProcess[]): Promise<string> {
  const port = await freePort();
  const partner = { url: 'http://127.0.0.1:1', token: 'unused' };
  const env = {
    NODE_ENV: 'production',
    OWNWARD_MODE: 'live',
    PORT: String(port),
    DATABASE_URL: system.databaseUrl,
    TEMPORAL_ADDRESS: system.temporalAddress,
    TEMPORAL_NAMESPACE: 'ownward',
    OWNWARD_KEY_FILE: system.keyFile,
    DECISION_ENGINE_URL: partner.url,
    DECISION_ENGINE_TOKEN: partner.token,
    CARD_PROCESSOR_URL: partner.url,
    CARD_PROCESSOR_TOKEN: partner.token,
    CARD_FIELDS_SCRIPT_URL: partner.url,
    ...LIVE_BANK,
    OWNWARD_RATE_LIMIT_PER_MINUTE: '1000000000',
  };
  children.push(startNode([script], env));
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(script, async () => {
    const { ok } = await fetch(`${url}/healthz`);
    if (!ok) throw new Error('not yet');
  });
  return url;
}

async function expectSameAnswer({ retailer }: System, ...urls: string[]): Promise<void> {
  const headers = { authorization: `Bearer ${retailer.apiKey}` };
  const answers = await Promise.all(urls.map(async (url) => await (await fetch(url, { headers })).text()));
  if (new Set(answers).size !== 1) throw new Error(`the two servers answer differently: ${answers.join(' / ')}`);
}

async function requestsPerSecond({ retailer }: System, url: string, duration: number): Promise<number> {
  const headers = { authorization: `Bearer ${retailer.apiKey}` };
  const { requests, non2xx, errors } = await autocannon({ url, duration, connections: CONNECTIONS, headers });
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} refusals and ${errors} errors from ${url}`);
  return requests.average;
}
