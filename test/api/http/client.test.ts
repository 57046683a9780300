import request from 'supertest';
import { createApp } from '../../../api/app';
import type { Client, LeaseCommands } from '../../../api/ports';
import { SIGNATURE } from '../support/bodies';
import { accepted, fakeDeps, TOKEN } from '../support/fake-ports';

/** Who signs over the JSON API, behind this many proxies of ours. */
async function signer(
  trustedProxyCount: number,
  headers: Readonly<Record<string, string>>,
): Promise<Client | undefined> {
  const seen: Client[] = [];
  const deps = fakeDeps({ trustedProxyCount });
  const sign: LeaseCommands['sign'] = async (command) => {
    seen.push(command.signer);
    return accepted({ status: 'lease_accepted' });
  };
  const app = createApp({ ...deps, commands: { ...deps.commands, sign } });
  await request(app).post(`/v1/signing/${TOKEN}/signature`).set(headers).send(SIGNATURE).expect(200);
  return seen[0];
}

describe('where a signature comes from', () => {
  it('is the address of who speaks to us, whatever is claimed in a header', async () => {
    const claimed = await signer(0, { 'X-Forwarded-For': '203.0.113.9', 'User-Agent': 'Browser/1' });
    expect(claimed).toEqual({ ipAddress: '127.0.0.1', userAgent: 'Browser/1' });
  });

  it('is what our own proxies saw, and no further back', async () => {
    const behindOne = await signer(1, { 'X-Forwarded-For': '198.51.100.7, 203.0.113.9' });
    expect(behindOne?.ipAddress).toBe('203.0.113.9');
    const mapped = await signer(1, { 'X-Forwarded-For': '::ffff:203.0.113.9' });
    expect(mapped?.ipAddress).toBe('203.0.113.9');
    const sixth = await signer(1, { 'X-Forwarded-For': '2001:db8::7' });
    expect(sixth?.ipAddress).toBe('2001:db8::7');
  });

  it('is kept though the browser says nothing of itself, or far too much', async () => {
    expect((await signer(0, { 'User-Agent': '' }))?.userAgent).toBe('');
    expect((await signer(0, { 'User-Agent': 'x'.repeat(4_000) }))?.userAgent).toBe('x'.repeat(500));
  });
});
