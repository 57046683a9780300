import { randomBytes } from 'node:crypto';
import { secretHash } from '../../db/api-keys';
import { type Db, openDatabase } from '../../db/database';
import { merchantId, storeId } from '../../domain/ids';
import { Caller, sharedSandbox } from '../support/e2e-client';
import * as leases from '../support/e2e-leases';
import { FUNDED_BALANCES, Ledger } from '../support/e2e-ledger';
import { expectProblem } from '../support/e2e-problems';

const sandbox = sharedSandbox();
const { nobody: customer } = sandbox;
const MERCHANT = merchantId('mer_twochannels');
const SHOP = { storeId: 'sto_twochannels' };
const WEB = { storeId: 'sto_twochannelsweb' };
const CARRY = { storeId: 'sto_cashandcarry' };
let retailer = customer;
let db: Db;
let ledger: Ledger;

/** No operation changes these settings yet: a retailer is put in beside those of the sandbox, as operations would. */
beforeAll(async () => {
  db = openDatabase(sandbox.databaseUrl, { maxConnectionCount: 1 });
  ledger = new Ledger(sandbox);
  const like = await db
    .selectFrom('merchants')
    .selectAll()
    .where('merchant_id', '=', merchantId('mer_acme'))
    .executeTakeFirstOrThrow();
  const merchant = { ...like, merchant_id: MERCHANT, name: 'Two Channels', channel_approvals: 'reissued' as const };
  await db.insertInto('merchants').values(merchant).execute();
  const store = { merchant_id: MERCHANT, state: 'TX', time_zone: 'America/Chicago' };
  await db
    .insertInto('stores')
    .values([
      { ...store, store_id: storeId(SHOP.storeId), name: 'Shop', kind: 'store' },
      { ...store, store_id: storeId(WEB.storeId), name: 'Web', kind: 'web' },
      { ...store, store_id: storeId(CARRY.storeId), name: 'Cash and carry', kind: 'store', customer_takes_goods: true },
    ])
    .execute();
  const secret = randomBytes(16).toString('hex');
  const key = { key_id: 'key_twochannels', secret_hash: secretHash(secret), kind: 'retailer' as const };
  await db
    .insertInto('api_keys')
    .values({ ...key, merchant_id: MERCHANT, scopes: ['leases:read', 'leases:write'] })
    .execute();
  retailer = new Caller(customer.apiUrl, `key_twochannels.${secret}`);
});
afterAll(async () => {
  await db.destroy();
  await ledger.close();
});

describe('where customers always carry the goods away', () => {
  it('the signature funds the lease, without a word about delivery', async () => {
    const lease = await leases.contracts(retailer, { changes: CARRY });
    expect((await leases.sign(customer, lease)).body.status).toBe('funded');
    const { body } = await retailer.get(lease.path);
    expect(body).toMatchObject({ status: 'funded', fundingState: 'eligible', isOkToDeliver: true });
    expect(body.deliveredOn).toBe(await deliveredToday(body.fundedAt));
    expect(await ledger.balancesCents(lease.leaseId)).toEqual(FUNDED_BALANCES);
    const { payments } = (await retailer.get(`${lease.path}/payment-schedule`)).body;
    expect(payments).toHaveLength(26);
    expectProblem(await retailer.delete(`${lease.path}/contract`), 409, 'ILLEGAL_TRANSITION');
  });
});

describe('where approvals are not valid in the other channel', () => {
  it('a checkout on the web ends the approval of the shop and carries amount and deadline to a new lease', async () => {
    const person = { ssn: leases.newSsn() };
    const first = await leases.apply(retailer, { customer: person, changes: SHOP });
    const income = { ...(leases.applicationBody()['income'] as object), monthlyIncomeCents: 300_000 };
    const second = await leases.apply(retailer, { customer: person, changes: { ...WEB, income } });
    const { approvalLimitCents, approvalExpiresAt } = first;
    expect(second.leaseId).not.toBe(first.leaseId);
    expect(second).toMatchObject({ status: 'approved', storeId: WEB.storeId, approvalLimitCents, approvalExpiresAt });
    expect((await retailer.get(`/v1/leases/${first.leaseId}`)).body.status).toBe('approval_expired');
    const late = await retailer.post(`/v1/leases/${first.leaseId}/invoice`, leases.invoiceBody());
    expectProblem(late, 409, 'APPROVAL_EXPIRED');
    await leases.invoiced(retailer, second.leaseId);
  });

  it('but not what is in Contracts already, nor the other way round', async () => {
    const person = { ssn: leases.newSsn() };
    const inContracts = await leases.contracts(retailer, { customer: person, changes: SHOP });
    const web = await leases.apply(retailer, { customer: person, changes: WEB });
    await leases.apply(retailer, { customer: person, changes: SHOP });
    expect((await retailer.get(inContracts.path)).body.status).toBe('contracts');
    expect((await retailer.get(`/v1/leases/${web.leaseId}`)).body.status).toBe('approved');
  });
});

async function deliveredToday(fundedAt: string): Promise<string> {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date(fundedAt));
}
