import { join } from 'node:path';
import { sql } from 'kysely';
import type { LeaseId } from '../../domain/ids';
import { DemoClerk } from '../../local/demo-clerk';
import { readSandboxFile } from '../../local/sandbox-file';
import { eventually } from '../local/eventually';
import { removeTemporaryFolders } from '../local/temporary-folder';
import type { Answer } from '../support/e2e-client';
import { todayIn } from '../support/e2e-dates';
import { expectStatus, timeline } from '../support/e2e-leases';
import { fileName, fileOf, fileRow } from '../support/fault-files';
import { Lives } from '../support/fault-lives';
import { FaultSystem } from '../support/fault-system';
import { SftpPartner } from '../support/sftp-partner';
import { StubbornRetailer } from '../support/stubborn-retailer';

jest.setTimeout(180_000);

const LEASES_COUNT = 12;
const deliveredOn = todayIn('America/Chicago');

let system: FaultSystem;
let lives: Lives;
let clerk: DemoClerk;
beforeAll(async () => {
  system = await FaultSystem.start();
  lives = new Lives(system.sandbox, new StubbornRetailer());
  const { apiUrl, retailers } = readSandboxFile(join(system.dataDir, 'sandbox.json'));
  clerk = new DemoClerk(apiUrl);
  const user = retailers[0]?.portal?.users.find(({ storeIds }) => storeIds.includes('sto_dallas'));
  if (!user) throw new Error('sandbox.json names nobody who works in Dallas');
  await clerk.signIn(user);
});
afterAll(async () => {
  await system.stop();
  removeTemporaryFolders();
});

type Channel = 'api' | 'portal' | 'file';
const ACTORS: Record<Channel, RegExp> = { api: /^retailer:/, portal: /^portal:/, file: /^file:FUND_/ };

interface Heard {
  channel: Channel;
  actor: string;
  isAccepted: boolean;
}

interface Race {
  lease: LeaseId;
  api: Answer;
  /** the row's code */
  file: string;
  /** false: the file found the lease Funded, and did not ask it any more */
  isToldByFile: boolean;
  /** what the lease said to each, by its timeline, before anybody asks again */
  heard: readonly Heard[];
}

const press = (lease: LeaseId): Promise<number> => clerk.submit(`/portal/leases/${lease}/delivery`, { deliveredOn });

async function isToldByFile(lease: LeaseId): Promise<boolean> {
  const told = system.db.selectFrom('requests').select('message_id').where('actor', 'like', 'file:%');
  return (await told.where('lease_id', '=', lease).execute()).length > 0;
}

/** The file goes first with every other lease, so that each channel has its chance. */
async function race(
  leases: readonly LeaseId[],
  number: number,
  bring: (name: string, text: string) => Promise<unknown>,
) {
  const name = fileName(number);
  const brought = bring(name, fileOf(...leases.map(fileRow)));
  const answers = await Promise.all(
    leases.map(async (lease, index) => {
      // Kept and not heard yet: the file is about to tell it.
      if (index % 2 === 0) await eventually(async () => ((await isToldByFile(lease)) ? true : undefined));
      const [api] = await Promise.all([lives.deliver(lease), press(lease)]);
      return { lease, api };
    }),
  );
  await brought;
  const codes = await codesOf(name);
  await system.assertBooksAtRest();
  const races = answers.map(async ({ lease, api }): Promise<Race> => {
    const file = { file: codes.get(lease) ?? 'none', isToldByFile: await isToldByFile(lease) };
    return { lease, api, ...file, heard: await heardBy(lease) };
  });
  return await Promise.all(races);
}

async function codesOf(name: string): Promise<Map<string, string>> {
  const { bestsofa } = system.sandbox;
  const file = await eventually(async () => {
    const { data } = expectStatus(await bestsofa.get('/v1/funding-files?limit=100'), 200).body;
    const found = data.find((each: { name: string }) => each.name === name);
    return found?.state === 'processed' ? found : undefined;
  });
  const { rows } = expectStatus(await bestsofa.get(`/v1/funding-files/${file.fileId}?limit=100`), 200).body;
  return new Map(rows.map(({ leaseId, code }: Record<string, string>) => [leaseId, code]));
}

const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length;

async function heardBy(lease: LeaseId): Promise<Heard[]> {
  const lines: { type: string; channel: Channel; actor: string }[] = await timeline(system.sandbox.bestsofa, lease);
  return lines
    .filter(({ type }) => type === 'delivery.confirmed' || type === 'command.refused')
    .map(({ type, channel, actor }) => ({ channel, actor, isAccepted: type === 'delivery.confirmed' }));
}

async function fundingsOf(lease: LeaseId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM journal_entries
     WHERE lease_id = ${lease} AND kind = 'MerchantFunded'`.execute(system.db);
  return rows[0]?.count ?? 0;
}

describe(`one delivery by API, portal and file in the same moment, on ${LEASES_COUNT} leases`, () => {
  const races: Race[] = [];

  it.each(['HTTPS', 'SFTP'])('is taken whoever comes first, the file over %s', async (way) => {
    const { bestsofa } = system.sandbox;
    const partner = new SftpPartner(system.dataDir);
    const leases = await Promise.all(Array.from({ length: LEASES_COUNT / 2 }, () => lives.accepted()));
    const https = (name: string, raw: string) =>
      bestsofa.send('POST', `/v1/funding-files?fileName=${name}`, { raw, headers: { 'content-type': 'text/csv' } });
    const sftp = (name: string, text: string) => partner.put({ [`in/${name}`]: text });
    races.push(...(way === 'HTTPS' ? await race(leases, 1, https) : await race(leases, 2, sftp)));
  });

  it('funds each lease once, tells one channel yes and the others that it is done', async () => {
    expect(races).toHaveLength(LEASES_COUNT);
    for (const { lease, api, file, heard } of races) {
      const winners = heard.filter(({ isAccepted }) => isAccepted).map(({ channel }) => channel);
      expect([lease, winners.length, await fundingsOf(lease)]).toEqual([lease, 1, 1]);
      const [winner] = winners;
      // Pressed once more, for a verdict that came late was not on the page yet.
      expect({ lease, winner, api: api.status, portal: await press(lease), file }).toEqual({
        ...{ lease, winner, api: winner === 'api' ? 200 : 409, portal: winner === 'portal' ? 303 : 409 },
        file: winner === 'file' ? 'FUNDED' : 'ALREADY_FUNDED',
      });
      expect(await clerk.get(`/portal/leases/${lease}`)).toContain('>Funded<');
    }
    await system.assertBooksAtRest();
  });

  it('stands in the timeline of each lease with every channel that told it, and who was behind it', () => {
    expect(count(races, (each) => each.isToldByFile)).toBeGreaterThanOrEqual(LEASES_COUNT / 2);
    for (const { lease, heard, isToldByFile: isTold } of races) {
      const channels = isTold ? ['api', 'file', 'portal'] : ['api', 'portal'];
      expect([lease, heard.map(({ channel }) => channel).sort()]).toEqual([lease, channels]);
      for (const { channel, actor } of heard) expect(actor).toMatch(ACTORS[channel]);
    }
  });
});
