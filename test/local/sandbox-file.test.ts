import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type SandboxSeed, readSandboxSeed, writeSandboxFile } from '../../local/sandbox-file';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const seed: SandboxSeed = {
  retailers: [
    {
      merchantId: 'MER-1',
      name: 'Prairie Home',
      apiKey: 'k1.full',
      readOnlyApiKey: 'k2.read',
      stores: [{ storeId: 'STO-1', name: 'Dallas', state: 'TX', timeZone: 'America/Chicago' }],
      portal: { users: [] },
    },
  ],
  support: { apiKey: 'k3.support' },
  operations: { apiKey: 'k4.first', secondApiKey: 'k5.second' },
  care: { apiKey: 'k6.care', supervisorApiKey: 'k7.super' },
};
const places = (port: number) => ({
  apiUrl: `http://127.0.0.1:${port}`,
  temporalAddress: '127.0.0.1:7233',
  temporalNamespace: 'ownward',
  temporalUiUrl: undefined,
  databaseUrl: 'postgres://postgres@127.0.0.1:54329/postgres',
  sftp: { host: '127.0.0.1', port: port + 1 },
});
const access = { username: 'mer-1', privateKeyPath: '/data/sftp-keys/MER-1' };
const keys = { hostKeySha256: 'SHA256:abc', accessOf: new Map([['MER-1', access]]) };
const path = (): string => join(temporaryFolder(), 'sandbox.json');

afterAll(removeTemporaryFolders);

describe('sandbox.json', () => {
  it('keeps the keys of the first start while the addresses move', () => {
    const file = path();
    writeSandboxFile(file, places(3000), seed, keys);
    const kept = readSandboxSeed(file);
    expect(kept).toMatchObject(seed);
    if (kept !== undefined) writeSandboxFile(file, places(4000), kept, keys);
    expect(readSandboxSeed(file)).toMatchObject(seed);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ apiUrl: 'http://127.0.0.1:4000' });
  });

  it('is readable by its owner only', () => {
    const file = path();
    writeSandboxFile(file, places(3000), seed, keys);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is undefined before the first start', () => {
    expect(readSandboxSeed(path())).toBeUndefined();
  });

  it.each(['', '{"retailers": [', '{}', 'null'])('says in one sentence that it is damaged when it reads %j', (text) => {
    const file = path();
    writeFileSync(file, text);
    expect(() => readSandboxSeed(file)).toThrow(`${file} is damaged`);
  });

  it('says where the SFTP server is, how to know it, and with which key each retailer comes in', () => {
    const file = path();
    writeSandboxFile(file, places(3000), seed, keys);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      sftp: { host: '127.0.0.1', port: 3001, hostKeySha256: 'SHA256:abc' },
      retailers: [{ merchantId: 'MER-1', sftp: access }],
    });
  });

  it('carries over a part that only a newer version knows', () => {
    const file = path();
    const newer = { ...seed, demo: { legacyLeaseId: '7654321' } };
    writeSandboxFile(file, places(3000), newer, keys);
    expect(readSandboxSeed(file)).toMatchObject({ demo: { legacyLeaseId: '7654321' } });
  });
});
