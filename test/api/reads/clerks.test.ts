import { Client } from '@temporalio/client';
import { leaseCommands } from '../../../api/commands/lease-commands';
import { VerdictWaiter } from '../../../api/commands/verdict-waiter';
import type { Caller } from '../../../api/ports';
import { leaseReads } from '../../../api/reads/lease-reads';
import { type LeaseId, leaseId, merchantId, storeId } from '../../../domain/ids';
import { ActivityWorld, PERSON } from '../../support/activity-world';
import { embeddedLedger } from '../../support/ledger-database';

const MERCHANT = merchantId('mer_bestsofa');
const clerkOf = (...stores: string[]): Caller => ({
  keyId: 'usr_1',
  kind: 'retailer',
  merchantId: MERCHANT,
  scopes: ['leases:read', 'leases:write'],
  channel: 'portal',
  storeIds: stores.map(storeId),
});

let world: ActivityWorld;
let id: LeaseId;
beforeAll(async () => {
  world = await ActivityWorld.open(await embeddedLedger());
  ({ leaseId: id } = (await world.applied()).diary.lease.origin);
  await world.db
    .updateTable('leases')
    .set({ store_id: storeId('sto_dallas'), status: 'approved' })
    .where('lease_id', '=', id)
    .execute();
}, 60_000);
afterAll(() => world.close());

const HERE = clerkOf('sto_dallas');
const ELSEWHERE = clerkOf('sto_losangeles');
const NOWHERE = clerkOf();
const LOOKUP = { last4Ssn: PERSON.customer.ssn.slice(-4), mobilePhone: PERSON.customer.mobilePhone };

describe('a clerk of a store', () => {
  it('sees the leases of its store, and is answered about others as about unknown ones', async () => {
    const reads = leaseReads(world.db, world.cipher);
    expect(await reads.byId(HERE, id)).toMatchObject({ leaseId: id });
    const refused = async (read: Promise<unknown>) => await read.then(String, (error: unknown) => String(error));
    const foreign = await refused(reads.byId(ELSEWHERE, id));
    expect(foreign).toContain('no such lease');
    expect(foreign).toBe(await refused(reads.byId(HERE, leaseId('1000000009'))));
  });

  it.each([
    ['of its store', HERE, 1],
    ['of another store', ELSEWHERE, 0],
    ['of no store', NOWHERE, 0],
  ])('%s lists and looks up what is its own', async (_of, clerk, count) => {
    const reads = leaseReads(world.db, world.cipher);
    const { data } = await reads.list(clerk, { limit: 100 });
    expect(data.filter(({ leaseId: listed }) => listed === id)).toHaveLength(count);
    const found = await reads.lookup(clerk, LOOKUP);
    expect(found.filter(({ leaseId: listed }) => listed === id)).toHaveLength(count);
  });

  it('reports to no lease of another store', async () => {
    const temporal = Object.create(Client.prototype) as Client;
    const commands = leaseCommands({
      db: world.db,
      cipher: world.cipher,
      temporal,
      waiter: new VerdictWaiter(world.db),
    });
    const command = { leaseId: id, requestId: 'req-1', idempotencyKey: 'k', operationId: 'cancelContract', body: {} };
    await expect(
      commands.submit({ ...command, caller: ELSEWHERE, report: { event: 'contractCancelled' } }),
    ).rejects.toMatchObject({ code: 'LEASE_NOT_FOUND' });
  });
});
