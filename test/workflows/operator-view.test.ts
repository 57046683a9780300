import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { LeaseActor } from '../support/lease-actor';
import { Stage } from '../support/stage';
import { startOfDayAfter, storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';
const STATUS = defineSearchAttributeKey('LeaseStatus', SearchAttributeType.KEYWORD);
const DEADLINE = defineSearchAttributeKey('DeadlineAt', SearchAttributeType.DATETIME);
const MERCHANT = defineSearchAttributeKey('MerchantId', SearchAttributeType.KEYWORD);

/** No history here is long. */
const NEVER_LONG = 10_000;

describe('what operators search leases by', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.openWithShortHistories(NEVER_LONG)));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('follows the lease: its status, and until when it waits', async () => {
    const lease = await stage.lease();
    const appliedAt = await stage.now();
    expect(await shown(lease)).toEqual(['approved', startOfDayAfter(CHICAGO, appliedAt, 91)]);
    await lease.submitInvoice();
    expect(await shown(lease)).toEqual(['contracts', startOfDayAfter(CHICAGO, appliedAt, 61)]);
    await lease.sign();
    expect(await shown(lease)).toEqual(['lease_accepted', startOfDayAfter(CHICAGO, appliedAt, 91)]);
    await lease.deliver(storeDate(CHICAGO, appliedAt, 3));
    expect(await shown(lease)).toEqual(['lease_accepted', startOfDayAfter(CHICAGO, appliedAt, 3)]);
    await lease.deliver(storeDate(CHICAGO, appliedAt));
    await lease.until('funded');
    expect(await shown(lease)).toEqual(['funded', undefined]);
  });

  it('still tells whose lease it is after Funded', async () => {
    const lease = await stage.signedLease({}, { customerTakesGoods: true });
    await lease.until('funded');
    const { typedSearchAttributes } = await lease.handle.describe();
    expect(typedSearchAttributes.get(MERCHANT)).toBe('M-1');
  });

  it('says in one line, to who asks the lease itself, what it waits for and until when', async () => {
    const lease = await stage.lease();
    const until = startOfDayAfter(CHICAGO, await stage.now(), 91);
    const line = `waits for the store's invoice until ${until.slice(0, 16).replace('T', ' ')} UTC.`;
    expect((await lease.settled()).waitsFor).toBe(`**Approved**: ${line}`);
  });

  async function shown(lease: LeaseActor) {
    const { typedSearchAttributes } = await lease.handle.describe();
    return [typedSearchAttributes.get(STATUS), typedSearchAttributes.get(DEADLINE)?.toISOString()];
  }
});
