import { join } from 'node:path';
import { loadLocalSettings } from '../../config/local-settings';
import { connectClient } from '../../config/temporal-client';
import { bringUp } from '../../local/bring-up';
import { ChildRecords } from '../../local/child-records';
import { takeDataFolder } from '../../local/data-folder';
import { openEmbeddedDatabase } from '../../local/embedded-database';
import { Refusal } from '../../local/refusal';
import { Supervisor } from '../../local/supervisor';
import { freePort } from './database-process';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

jest.mock('../../config/temporal-client', () => {
  const actual = jest.requireActual('../../config/temporal-client');
  return { ...actual, connectClient: jest.fn(actual.connectClient) };
});

afterAll(removeTemporaryFolders);

describe('bringing up Ownward', () => {
  it('leaves no connection to Temporal open, also when it cannot go on', async () => {
    const database = await openEmbeddedDatabase();
    const settings = loadLocalSettings({
      OWNWARD_DATA_DIR: join(temporaryFolder(), 'data'),
      PORT: String(await freePort()),
      TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}`,
      DATABASE_URL: database.url,
    });
    const folder = takeDataFolder(settings.dataDir);
    const write = (): void => undefined;
    const supervisor = new Supervisor({ write, records: new ChildRecords(folder.children) });
    const closed: boolean[] = [];
    const connect = jest.mocked(connectClient);
    const usual = connect.getMockImplementation() ?? connectClient;
    connect.mockImplementation((...given) => {
      const client = usual(...given);
      const number = closed.push(false) - 1;
      const close = client.connection.close.bind(client.connection);
      jest.spyOn(client.connection, 'close').mockImplementation(async () => {
        closed[number] = true;
        await close();
      });
      return client;
    });

    await expect(bringUp({ settings, folder, supervisor, report: write })).rejects.toThrow(Refusal);
    expect(closed.length).toBeGreaterThan(0);
    expect(closed).not.toContain(false);
    folder.release();
    await database.close();
  });
});
