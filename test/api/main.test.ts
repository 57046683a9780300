import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { request } from 'undici';
import { endProcess, freePort } from '../local/database-process';

const PROJECT = join(__dirname, '../..');
const KEY = Buffer.alloc(32, 7).toString('base64');
const KEYS = JSON.stringify({ current: 'k1', keys: { k1: KEY }, lookupKey: KEY });

/** The API's own program with nothing behind it: what is open and counted by address needs neither database nor Temporal. */
async function startApi(env: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], {
    cwd: PROJECT,
    env: {
      ...process.env,
      OWNWARD_MODE: 'sandbox',
      OWNWARD_DATA_KEYS: KEYS,
      OWNWARD_LOG_LEVEL: 'info',
      PORT: String(port),
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  while (!said.includes('api is listening')) {
    const [chunk] = await once(child.stdout, 'data');
    said += String(chunk);
  }
  return { child, url: `http://127.0.0.1:${port}` };
}

describe('the api process', () => {
  it.each([
    ['tells callers behind its TLS proxy apart', '1', [200, 200, 429]],
    ['believes no address that a caller made up where there is no proxy', '0', [200, 429, 429]],
  ])('%s', async (_what, proxies, expected) => {
    const { child, url } = await startApi({ OWNWARD_TRUSTED_PROXIES: proxies, OWNWARD_RATE_LIMIT_PER_MINUTE: '1' });
    const statuses: number[] = [];
    for (const caller of ['203.0.113.1', '203.0.113.2', '203.0.113.1']) {
      const answer = await request(`${url}/openapi.json`, { headers: { 'x-forwarded-for': caller } });
      await answer.body.dump();
      statuses.push(answer.statusCode);
    }
    await endProcess(child, 'SIGTERM');
    expect(statuses).toEqual(expected);
  });
});
