import { nextBankingDay } from '../../domain/banking-calendar';
import type { LeaseId } from '../../domain/ids';
import { BankWorld } from '../support/bank-world';
import { noon } from '../support/funding-world';
import { embeddedLedger } from '../support/ledger-database';

let bank: BankWorld;
beforeAll(async () => {
  bank = await BankWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => bank.close());

/** What the lease's retailer is told of its funding, in order. */
async function toldOf(lease: LeaseId | undefined) {
  return await bank.db
    .selectFrom('events')
    .select(['event_id', 'type', 'at', 'sequence', 'data'])
    .where('lease_id', '=', lease ?? null)
    .where('type', 'like', 'funding.%')
    .orderBy('position')
    .execute();
}

const account = (lastFour: string) =>
  ({ routingNumber: '121042882', accountNumber: `00012345${lastFour}`, accountType: 'checking' }) as const;

describe('a retailer', () => {
  it('is told of each lease that was paid, once, when the money has arrived', async () => {
    const { merchants } = bank;
    const merchant = await merchants.merchant(account('6789'));
    const on = merchants.freshDay();
    const [one, other] = await merchants.fundAll(merchant, [100_000, 50_000], noon(on));
    const runId = await merchants.run(on);
    expect(await toldOf(one)).toEqual([]);

    const effectiveOn = nextBankingDay(on);
    await merchants.run(merchants.freshDay());
    await merchants.run(merchants.freshDay());
    const { trace_number: traceNumber } = (await merchants.net(runId, merchant)) ?? {};
    const paid = { fundingId: `FND-${one ?? ''}`, runId, netCents: 100_000, traceNumber, effectiveOn };
    expect(await toldOf(one)).toEqual([
      {
        ...{ event_id: `evt_funding_paid_FND-${one ?? ''}_${runId}`, type: 'funding.paid', sequence: null, data: paid },
        at: expect.stringMatching(effectiveOn),
      },
    ]);
    expect((await toldOf(other)).map(({ data }) => data['netCents'])).toEqual([50_000]);
  });

  it('is not told of a payment when all was set off against what it owes', async () => {
    const { merchants } = bank;
    const [merchant, paid] = [await merchants.merchant(account('6789')), await merchants.merchant(account('6789'))];
    const on = merchants.freshDay();
    const lease = await merchants.fund(merchant, 10_000, noon(on));
    await merchants.giveBack(merchant, lease, 30_000, noon(on));
    const beside = await merchants.fund(paid, 10_000, noon(on));
    await merchants.run(on);
    await merchants.run(merchants.freshDay());

    expect([await toldOf(lease), (await toldOf(beside)).length]).toEqual([[], 1]);
  });

  it('is told that its money is held while nobody knows where to pay it, once', async () => {
    const { merchants } = bank;
    const merchant = await merchants.merchant(null);
    const on = merchants.freshDay();
    const lease = await merchants.fund(merchant, 100_000, noon(on));
    await merchants.run(on);
    await merchants.run(merchants.freshDay());

    const data = { fundingId: `FND-${lease}`, runId: null, netCents: 100_000, reason: 'no_usable_account' };
    expect(await toldOf(lease)).toEqual([
      {
        event_id: `evt_funding_held_FND-${lease}_${on}`,
        type: 'funding.held',
        at: expect.any(String),
        sequence: null,
        data,
      },
    ]);
  });

  it('is told that its money is held while a run above the limit waits for a second person', async () => {
    const { merchants } = bank;
    const merchant = await merchants.merchant(account('6789'));
    const on = merchants.freshDay();
    const lease = await merchants.fund(merchant, 100_000, noon(on));
    merchants.releaseLimitCents = 1;
    const runId = await merchants.run(on);
    merchants.releaseLimitCents = Number.MAX_SAFE_INTEGER;

    expect((await toldOf(lease)).map(({ type, data }) => [type, data])).toEqual([
      ['funding.held', { fundingId: `FND-${lease}`, runId, netCents: 100_000, reason: 'release_limit' }],
    ]);
  });

  it('is told what the bank sent back, with its code, however often the bank says it', async () => {
    const { merchants } = bank;
    const merchant = await merchants.merchant(account('0002'));
    const on = merchants.freshDay();
    const lease = await merchants.fund(merchant, 100_000, noon(on));
    await bank.day(on);
    for (let count = 0; count < 4; count += 1) await bank.day(merchants.freshDay());

    const told = (await toldOf(lease)).filter(({ type }) => type === 'funding.returned');
    expect(told.map(({ data }) => data)).toEqual([
      {
        ...{ fundingId: `FND-${lease}`, runId: `FRUN-${on}`, netCents: 100_000, returnCode: 'R02' },
        traceNumber: expect.stringMatching(/^\d{15}$/),
      },
    ]);
  });
});
