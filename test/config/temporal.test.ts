import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../../config/settings';
import { identityOf, temporalOptions } from '../../config/temporal';
import { CALL_DEADLINE_MS, connectClient, promptly } from '../../config/temporal-client';

describe('the way to Temporal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ownward-temporal-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the namespace "ownward" unless told otherwise', () => {
    const env = { TEMPORAL_CONFIG_FILE: join(folder, 'none.toml'), TEMPORAL_ADDRESS: 'temporal:7233' };
    expect(temporalOptions(env)).toMatchObject({ namespace: 'ownward', connection: { address: 'temporal:7233' } });
    expect(temporalOptions({ ...env, TEMPORAL_NAMESPACE: 'east' }).namespace).toBe('east');
  });

  it('uses TLS as soon as there is an API key, as for Temporal Cloud', () => {
    const env = {
      TEMPORAL_CONFIG_FILE: join(folder, 'none.toml'),
      TEMPORAL_ADDRESS: 'cloud:7233',
      TEMPORAL_API_KEY: 'k',
    };
    expect(temporalOptions(env).connection).toMatchObject({ apiKey: 'k', tls: true });
  });

  it('may come from a profile file, whose text is not repeated when it is broken', () => {
    const file = join(folder, 'temporal.toml');
    const env = {
      TEMPORAL_CONFIG_FILE: file,
      DATABASE_URL: 'postgres://x/y',
      OWNWARD_KEY_FILE: 'k',
      OWNWARD_MODE: 'sandbox',
    };
    writeFileSync(file, '[profile.default]\naddress = "from-file:7233"\nnamespace = "filed"\n');
    expect(loadSettings(env).temporal).toMatchObject({ namespace: 'filed', connection: { address: 'from-file:7233' } });

    writeFileSync(file, '[profile.default]\napi_key = "planted-key\n');
    expect(() => loadSettings(env)).toThrow(/profile file/);
    expect(() => loadSettings(env)).not.toThrow(/planted-key/);
  });

  it('shows a short identity, for it is written into every Workflow Task', () => {
    expect(identityOf('worker')).toMatch(/^w-.{1,5}$/);
  });
});

describe('a Temporal call made for an HTTP request', () => {
  const sockets: Socket[] = [];
  let silent: Server;
  beforeAll(async () => {
    // Takes connections and never says a word: the worst way to be down.
    silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => silent.close(closed));
  });

  it('carries a deadline of at most 2 s, even before the first connection stands', async () => {
    const { port } = silent.address() as AddressInfo;
    const client = connectClient({ connection: { address: `127.0.0.1:${port}` }, namespace: 'ownward' });
    expect(CALL_DEADLINE_MS).toBeLessThanOrEqual(2_000);
    await expect(promptly(client, () => client.workflow.getHandle('lease:1').describe())).rejects.toThrow();
    await client.connection.close();
  }, 8_000);
});
