import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { request } from 'undici';
import { newSecret } from '../../activities/webhooks/signature';

const PROGRAM = join(__dirname, '../../examples/webhook-receiver/receiver.mjs');
const SECRET = newSecret();
const BODY = JSON.stringify({ id: 'evt_1', type: 'lease.funded', sequence: 9, leaseId: '4821907735', data: {} });

let program: ChildProcess;
let url = '';
const printed: string[] = [];

beforeAll(async () => {
  program = spawn(process.execPath, [PROGRAM, '0'], { env: { ...process.env, WEBHOOK_SECRET: SECRET } });
  program.stdout?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  while (url === '') {
    await once(program.stdout ?? program, 'data');
    const [, port] = /receiving on port (\d+)/.exec(printed.join('')) ?? [];
    if (port !== undefined) url = `http://127.0.0.1:${port}/`;
  }
});
afterAll(async () => {
  program.kill();
  await once(program, 'close');
});

/** Signed by the package that others wrote for the standard. */
async function send(id: string, { secret = SECRET, at = new Date(), body = BODY } = {}): Promise<number> {
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': `v1,bm90IHRoaXMgb25l ${new Webhook(secret).sign(id, at, BODY)}`,
  };
  const answer = await request(url, { method: 'POST', headers, body });
  await answer.body.dump();
  return answer.statusCode;
}

describe('the example receiver', () => {
  it('takes what is genuine, prints it once, and answers a repeat like the first', async () => {
    expect([await send('evt_1'), await send('evt_1')]).toEqual([204, 204]);
    expect(printed.join('').match(/lease\.funded/g)).toHaveLength(1);
  });

  it('refuses another secret, another body, and what is older than five minutes', async () => {
    const old = new Date(Date.now() - 301_000);
    expect(await send('evt_2', { secret: newSecret() })).toBe(401);
    expect(await send('evt_2', { body: BODY.replace('9', '8') })).toBe(401);
    expect(await send('evt_2', { at: old })).toBe(401);
    expect((await request(url, { method: 'POST', body: BODY })).statusCode).toBe(401);
  });
});
