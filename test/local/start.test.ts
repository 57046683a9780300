import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { takeDataFolder } from '../../local/data-folder';
import { ActivityWorld } from '../support/activity-world';
import { embeddedLedger } from '../support/ledger-database';
import { freePort } from './database-process';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const PROJECT = join(__dirname, '../..');

/** Runs `npm start` as it is, on free ports, and answers what it said when it ended by itself. */
const start = async (env: Record<string, string>): Promise<{ code: number; lines: string[] }> => {
  const variables = ['PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'DATABASE_PORT', 'SFTP_PORT'];
  const ports: Record<string, string> = {};
  for (const variable of variables) ports[variable] = String(await freePort());
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts'], {
    cwd: PROJECT,
    env: { ...process.env, OWNWARD_DATA_DIR: join(temporaryFolder(), 'data'), ...ports, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
  const [code] = await once(child, 'close');
  return { code, lines: chunks.join('').trim().split('\n') };
};

afterAll(removeTemporaryFolders);
jest.setTimeout(60_000);

describe('npm start says in one sentence, and ends with 1,', () => {
  it('that it is running already on this data folder', async () => {
    const path = join(temporaryFolder(), 'data');
    takeDataFolder(path);
    const { code, lines } = await start({ OWNWARD_DATA_DIR: path });
    expect(lines).toEqual([expect.stringContaining(`Ownward is already running on the data folder ${path}`)]);
    expect(code).toBe(1);
  });

  it.each(['PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'DATABASE_PORT', 'SFTP_PORT'])(
    'that the port of %s is busy',
    async (variable) => {
      const port = await freePort();
      const holder = createServer().listen(port, '127.0.0.1');
      await once(holder, 'listening');
      const { code, lines } = await start({ [variable]: String(port) });
      holder.close();
      expect(lines).toEqual([expect.stringContaining(`Port ${port} is in use`)]);
      expect(lines).toEqual([expect.stringContaining(`set ${variable} to a free port`)]);
      expect(code).toBe(1);
    },
  );

  it('which variable is not valid', async () => {
    const { code, lines } = await start({ TEMPORAL_UI_PORT: 'eight' });
    expect(lines).toEqual(['Ownward cannot start: TEMPORAL_UI_PORT is not valid.']);
    expect(code).toBe(1);
  });

  it('that an existing Temporal service cannot be reached', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const { code, lines } = await start({
      TEMPORAL_ADDRESS: address,
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    });
    expect(lines.at(-1)).toMatch(new RegExp(`^(Temporal at ${address}|The database of DATABASE_URL)`));
    expect(code).toBe(1);
  });
});

describe('npm start on a database that holds people', () => {
  let world: ActivityWorld;
  let url: string;
  beforeAll(async () => {
    const database = await embeddedLedger();
    url = database.url;
    world = await ActivityWorld.open(database);
    await world.applied();
  });
  afterAll(() => world.close());

  it('makes no new keys over them, in a new data folder, but says what is missing', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const { code, lines } = await start({ OWNWARD_DATA_DIR: dataDir, DATABASE_URL: url });
    expect(lines.at(-1)).toMatch(
      /^The key file .*data-keys\.json is missing, and without it the personal data in the database of DATABASE_URL cannot be read/,
    );
    expect(existsSync(join(dataDir, 'data-keys.json'))).toBe(false);
    expect(existsSync(join(dataDir, 'sandbox.json'))).toBe(false);
    expect(code).toBe(1);
  });
});

describe('npm start in live mode', () => {
  it('names everything that is missing, before anything runs', async () => {
    const { code, lines } = await start({ OWNWARD_MODE: 'live' });
    for (const variable of ['DECISION_ENGINE_URL', 'CARD_PROCESSOR_URL']) {
      expect(lines.join('\n')).toContain(`${variable} is missing`);
    }
    expect(lines.join('\n')).not.toContain('starting');
    expect(code).toBe(1);
  });
});
