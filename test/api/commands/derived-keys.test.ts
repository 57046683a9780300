import { derivedKey } from '../../../api/commands/derived-keys';
import { messageIdFor } from '../../../api/commands/message-ids';
import { insertVerdict } from '../../../db/verdicts';
import type { LeaseId } from '../../../domain/ids';
import type { StepEvent } from '../../../domain/lease/recording';
import { ActivityWorld, NOW } from '../../support/activity-world';
import { embeddedLedger } from '../../support/ledger-database';

const SCOPE = 'mer_bestsofa';

let world: ActivityWorld;
let leaseId: LeaseId;
let version = 0;
beforeAll(async () => {
  world = await ActivityWorld.open(await embeddedLedger());
}, 60_000);
beforeEach(async () => {
  ({ leaseId } = (await world.applied()).diary.lease.origin);
});
afterAll(() => world.close());

const keyFor = (operationId: string, body: object, scope = SCOPE): Promise<string> =>
  derivedKey(world, scope, { operationId, leaseId, body });

/** The lease's verdict on the request that this key names. */
async function judged(key: string, event: StepEvent, outcome: 'accepted' | 'refused' = 'accepted'): Promise<void> {
  const code = outcome === 'refused' ? ('NOT_OK_TO_DELIVER' as const) : null;
  if (outcome === 'accepted') version += 1;
  await world.db.transaction().execute((trx) =>
    insertVerdict(trx, world.cipher, {
      message_id: messageIdFor(world.cipher, SCOPE, key),
      lease_id: leaseId,
      ...{ outcome, code, detail: null, event, from_status: 'approved', status: 'contracts', version, answer: null },
      at: NOW,
    }),
  );
}

const CART_A = { invoiceTotalCents: 1 };
const CART_B = { invoiceTotalCents: 2 };

describe('a key made of what is asked', () => {
  it('is the same for the same, whatever the order of its fields, and another for anything else', async () => {
    const key = await keyFor('invoice', { a: 1, b: 2 });
    expect(await keyFor('invoice', { b: 2, a: 1 })).toBe(key);
    expect(await keyFor('invoice', { a: 1, b: 3 })).not.toBe(key);
    expect(await keyFor('contract', { a: 1, b: 2 })).not.toBe(key);
    expect(key).toMatch(/^content-[0-9a-f]{64}$/);
  });

  it('a repeat of what was accepted is the same request, also after the customer signed', async () => {
    const key = await keyFor('invoice', CART_A);
    await judged(key, 'invoiceSubmitted');
    expect(await keyFor('invoice', CART_A)).toBe(key);
    await judged('signature', 'agreementSigned');
    expect(await keyFor('invoice', CART_A)).toBe(key);
  });

  // api.md "Settled: channels": cart A, B, A again is a new request.
  it('cart A, then B, then A again are three requests', async () => {
    const first = await keyFor('invoice', CART_A);
    await judged(first, 'invoiceSubmitted');
    await judged(await keyFor('invoice', CART_B), 'invoiceSubmitted');
    const third = await keyFor('invoice', CART_A);
    expect(third).not.toBe(first);
    await judged(third, 'invoiceSubmitted');
    expect(await keyFor('invoice', CART_A)).toBe(third);
  });

  it('a second cancel after a new contract is a new request', async () => {
    const first = await keyFor('contract', {});
    await judged(first, 'contractCancelled');
    expect(await keyFor('contract', {})).toBe(first);
    await judged(await keyFor('invoice', CART_A), 'invoiceSubmitted');
    expect(await keyFor('contract', {})).not.toBe(first);
  });

  it('what was refused may be asked again: the lease may say something else by now', async () => {
    const first = await keyFor('delivery', { deliveredOn: '2026-11-24' });
    await judged(first, 'deliveryConfirmed', 'refused');
    const second = await keyFor('delivery', { deliveredOn: '2026-11-24' });
    expect(second).not.toBe(first);
    expect(await keyFor('delivery', { deliveredOn: '2026-11-24' })).toBe(second);
  });

  it('an application stands until its lease is used up', async () => {
    const application = { operationId: 'apply', body: { name: 'Ana' } };
    const key = await derivedKey(world, SCOPE, application);
    await judged(key, 'applicationSubmitted');
    await judged(await keyFor('invoice', CART_A), 'invoiceSubmitted');
    expect(await derivedKey(world, SCOPE, application)).toBe(key);
    await world.db.updateTable('leases').set({ status: 'approval_expired' }).where('lease_id', '=', leaseId).execute();
    expect(await derivedKey(world, SCOPE, application)).not.toBe(key);
  });
});
