import { Client } from '@temporalio/client';
import { fundingFiles } from '../../../api/funding-files/funding-files';
import type { Caller } from '../../../api/ports';
import { LeaseError } from '../../../domain/errors';
import { merchantId, storeId } from '../../../domain/ids';
import { fileOf, FundingFileWorld } from '../../support/funding-file-world';
import { embeddedLedger } from '../../support/ledger-database';

jest.setTimeout(60_000);

const retailer = (id: string): Caller => ({
  ...{ keyId: 'key_1', kind: 'retailer', merchantId: merchantId(id) },
  scopes: ['leases:read', 'leases:write'],
});
const OWN = retailer('mer_bestsofa');
const OTHER = retailer('mer_acme');
const CLERK: Caller = { ...OWN, storeIds: [storeId('sto_dallas')] };
const SUPPORT: Caller = { keyId: 'key_2', kind: 'support', merchantId: null, scopes: ['leases:read', 'support'] };
const PAGE = { limit: 100 };

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return (await work, 'ok');
  } catch (error) {
    if (error instanceof LeaseError) return error.code;
    throw error;
  }
}

describe('funding files, as a retailer sees them', () => {
  let world: FundingFileWorld;
  const started: string[] = [];
  let isTemporalAway = false;
  const start = async (_: string, { workflowId }: { workflowId: string }) => {
    if (isTemporalAway) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    started.push(workflowId);
  };
  const client = Object.defineProperties(Object.create(Client.prototype) as Client, {
    withDeadline: { value: (_: number, work: () => unknown) => work() },
    workflow: { value: { start } },
  });
  beforeAll(async () => {
    world = await FundingFileWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());

  const files = () => fundingFiles({ db: world.db, cipher: world.world.cipher, temporal: client });
  const unknown = (count: number): string =>
    fileOf(...Array.from({ length: count }, (_, index) => world.row({ leaseId: String(9_000_000_000 + index) })));
  const receive = async (count: number, name = world.newName()) =>
    await files().receive(OWN, { name, bytes: Buffer.from(unknown(count)) });

  it('are received, started and shown as what they are', async () => {
    const name = world.newName();
    const { isKnown, file } = await receive(1, name);
    expect([isKnown, file]).toMatchObject([false, { name, channel: 'api', state: 'received', code: null }]);
    expect(started).toContain(`funding-file:${file.fileId}`);
    expect(await receive(1, name)).toMatchObject({ isKnown: true, file: { fileId: file.fileId } });
  });

  it('are received while Temporal is away, and started later', async () => {
    isTemporalAway = true;
    const { file } = await receive(2);
    isTemporalAway = false;
    expect(file.state).toBe('received');
    expect(started).not.toContain(`funding-file:${file.fileId}`);
  });

  it('show their rows page by page, without a cell of the file, and the report as it is', async () => {
    const { file } = await receive(3);
    const { fileId } = file;
    expect(await codeOf(files().report(OWN, fileId))).toBe('NOT_FOUND');
    await world.stage(fileId);
    await world.judge({ fileId, fromRow: 1, toRow: 2 });
    const underWay = await files().read(OWN, fileId, PAGE);
    expect([underWay.state, underWay.rows.map(({ code }) => code)]).toEqual([
      'processing',
      ['LEASE_NOT_FOUND', 'LEASE_NOT_FOUND', null],
    ]);
    await world.judge({ fileId, fromRow: 1, toRow: 3 });
    const report = await world.report(fileId);

    const first = await files().read(OWN, fileId, { limit: 2 });
    const rest = await files().read(OWN, fileId, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.rows, ...rest.rows].map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(rest.nextCursor).toBeNull();
    expect(first).toMatchObject({ counts: { rows: 3, rejected: 3 }, totals: { fundedCents: 0, scheduledCents: 0 } });
    expect(JSON.stringify(first)).not.toContain('Vogelsang');
    expect((await files().report(OWN, fileId)).bytes.toString()).toBe(report);
  });

  it('with the bytes of another one show its rows', async () => {
    const first = await world.process(unknown(4));
    const { file } = await receive(4);
    await world.repeat(file.fileId);
    const { repeatsFileId, rows } = await files().read(OWN, file.fileId, PAGE);
    expect([repeatsFileId, rows.length]).toEqual([first.fileId, 4]);
  });

  it('that were refused say why in both languages, and show no rows', async () => {
    const { file } = await receive(1, 'deliveries.csv');
    expect(file).toMatchObject({ state: 'rejected', code: 'BAD_FILE_NAME' });
    expect(file.detailEs).toContain('El nombre del archivo');
    expect((await files().read(OWN, file.fileId, PAGE)).rows).toEqual([]);
  });

  it('are listed newest first, page by page', async () => {
    const all = (await files().list(OWN, PAGE)).data;
    const first = await files().list(OWN, { limit: 2 });
    const second = await files().list(OWN, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.data, ...second.data]).toEqual(all.slice(0, 4));
    const received = all.map(({ receivedAt }) => receivedAt);
    expect(received).toEqual([...received].sort().reverse());
  });

  it('of another retailer are like unknown ones, and no clerk has any', async () => {
    const { fileId } = (await receive(5)).file;
    const unknownId = 'FFL-0000';
    for (const [caller, code] of [
      [OTHER, 'NOT_FOUND'],
      [CLERK, 'FORBIDDEN'],
    ] as const) {
      expect(await codeOf(files().read(caller, fileId, PAGE))).toBe(code);
      expect(await codeOf(files().read(caller, unknownId, PAGE))).toBe(code);
      expect(await codeOf(files().report(caller, fileId))).toBe(code);
    }
    expect(await codeOf(files().list(CLERK, PAGE))).toBe('FORBIDDEN');
    expect(await codeOf(files().receive(CLERK, { name: 'x', bytes: Buffer.from('') }))).toBe('FORBIDDEN');
    expect(await codeOf(files().receive(SUPPORT, { name: 'x', bytes: Buffer.from('') }))).toBe('FORBIDDEN');
    expect((await files().list(OTHER, PAGE)).data).toEqual([]);
    expect((await files().list(SUPPORT, PAGE)).data.map((file) => file.fileId)).toContain(fileId);
    expect(await codeOf(files().read(SUPPORT, fileId, PAGE))).toBe('ok');
  });
});
