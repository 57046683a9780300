import { aSignature } from '../support/lease-factories';
import { Stage } from '../support/stage';
import { minutesFrom, storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';

describe('a signature', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('with its card charged makes the lease Contracts Received and, by itself, Lease Accepted', async () => {
    const lease = await contracts();
    expect(await lease.sign()).toBe('accepted');
    expect(lease.diary.timeline.slice(-4)).toEqual([
      'agreement.signed',
      'initial_payment.captured',
      'lease.contracts_received',
      'lease.lease_accepted',
    ]);
    expect(lease.diary.row).toMatchObject({
      status: 'lease_accepted',
      isOkToDeliver: true,
      signedOn: storeDate(CHICAGO, await stage.now()),
    });
  });

  it.each([
    ['declined', 'CARD_DECLINED'],
    ['card_type_not_accepted', 'CARD_TYPE_NOT_ACCEPTED'],
  ] as const)('whose card is %s leaves Contracts as they are, and another card may be tried', async (answer, code) => {
    const lease = await contracts({ card: [answer, 'captured'] });
    expect(await lease.sign()).toBe(code);
    expect(await lease.settled()).toMatchObject({ status: 'contracts', version: 2 });
    expect(lease.diary.row.isOkToDeliver).toBe(false);
    expect(await lease.deliver(storeDate(CHICAGO, await stage.now()))).toBe('NOT_OK_TO_DELIVER');
    expect(await lease.sign()).toBe('accepted');
    expect(await lease.status()).toBe('lease_accepted');
  });

  it('may fail four times; the fifth is refused without asking the processor and blocks the lease', async () => {
    const lease = await contracts({ card: ['declined'] });
    for (let attempt = 1; attempt <= 4; attempt += 1) expect(await lease.sign()).toBe('CARD_DECLINED');
    expect(await lease.sign()).toBe('CARD_ATTEMPTS_EXCEEDED');
    expect(lease.diary.effects.filter((line) => line.startsWith('captureInitialPayment'))).toHaveLength(4);
    expect(lease.diary.row).toMatchObject({ status: 'contracts', isBlocked: true });

    expect(await lease.sign()).toBe('CARD_ATTEMPTS_EXCEEDED');
    expect(await lease.submitInvoice()).toBe('LEASE_BLOCKED');
    expect(await lease.cancel()).toBe('LEASE_BLOCKED');
    expect(lease.diary.count('lease.blocked')).toBe(1);
  });

  it('counts card attempts across replaced invoices', async () => {
    const lease = await contracts({ card: ['declined'] });
    for (let attempt = 1; attempt <= 3; attempt += 1) await lease.sign();
    await lease.submitInvoice();
    expect(await lease.sign(2)).toBe('CARD_DECLINED');
    expect(await lease.sign(2)).toBe('CARD_ATTEMPTS_EXCEEDED');
  });

  it('of a blocked lease never comes: the lease ends with its deadlines', async () => {
    const lease = await contracts({ card: ['declined'] });
    for (let attempt = 1; attempt <= 5; attempt += 1) await lease.sign();
    const { contractsExpireAt, approvalExpiresAt } = lease.diary.row;
    await stage.skipTo(minutesFrom(String(contractsExpireAt), 1));
    await lease.until('contracts_expired');
    expect(await lease.report('reinstated', {})).toBe('LEASE_BLOCKED');
    await stage.skipTo(minutesFrom(String(approvalExpiresAt), 1));
    expect(await lease.handle.result()).toBe('approval_expired');
  });

  it('is tried until the processor answers, each time under the same key', async () => {
    const lease = await contracts({ card: ['unreachable', 'unreachable', 'captured'] });
    const messageId = await lease.say('agreementSigned', aSignature(lease.id));
    await lease.untilCalled('captureInitialPayment', 1);
    expect(await lease.summary()).toMatchObject({ status: 'contracts', isSettled: false });
    await stage.skip('1 minute');
    expect(await lease.verdict(messageId)).toBe('accepted');
    expect(lease.diary.effects.slice(1)).toEqual(Array(3).fill(`captureInitialPayment ${messageId} 4900`));
    expect(lease.diary.count('initial_payment.captured')).toBe(1);
  });

  it('made in time counts, though its card answers after the deadline', async () => {
    const lease = await contracts({ card: [...Array<'unreachable'>(4).fill('unreachable'), 'captured'] });
    const expireAt = String(lease.diary.row.contractsExpireAt);
    await stage.skipTo(new Date(Date.parse(expireAt) - 5_000).toISOString());
    const messageId = await lease.say('agreementSigned', aSignature(lease.id));
    await lease.untilCalled('captureInitialPayment', 1);
    await stage.skip('1 minute');
    expect(await lease.verdict(messageId)).toBe('accepted');
    expect(lease.diary.recordings.at(-1)?.at.localeCompare(expireAt)).toBe(1);
    expect(lease.diary.row.signedOn).toBe(storeDate(CHICAGO, expireAt, -1));
  });

  it('made in time with a card declined after the deadline ends with it', async () => {
    const lease = await contracts({ card: [...Array<'unreachable'>(4).fill('unreachable'), 'declined'] });
    await stage.skipTo(new Date(Date.parse(String(lease.diary.row.contractsExpireAt)) - 5_000).toISOString());
    const messageId = await lease.say('agreementSigned', aSignature(lease.id));
    await lease.untilCalled('captureInitialPayment', 1);
    await stage.skip('1 minute');
    expect(await lease.verdict(messageId)).toBe('CARD_DECLINED');
    await lease.until('contracts_expired');
  });

  it('that comes after the deadline is too late, though an earlier one held the deadline up and failed', async () => {
    const lease = await contracts({ card: [...Array<'unreachable'>(4).fill('unreachable'), 'declined', 'captured'] });
    await stage.skipTo(new Date(Date.parse(String(lease.diary.row.contractsExpireAt)) - 5_000).toISOString());
    await lease.say('agreementSigned', aSignature(lease.id));
    await lease.untilCalled('captureInitialPayment', 1);
    await stage.skip('8 seconds');
    const late = await lease.say('agreementSigned', aSignature(lease.id));
    await stage.skip('1 minute');
    expect(await lease.verdict(late)).toBe('SIGNING_LINK_DEAD');
    expect(await lease.status()).toBe('contracts_expired');
  });

  it('under a replaced agreement or another text than the one shown charges no card', async () => {
    const lease = await contracts();
    await lease.submitInvoice();
    expect(await lease.sign(1)).toBe('SIGNING_LINK_DEAD');
    expect(await lease.report('agreementSigned', { round: 2, agreementSha256: 'another' })).toBe('AGREEMENT_CHANGED');
    expect(lease.diary.effects).toEqual(['decideApplication']);
    expect(await lease.sign(2)).toBe('accepted');
  });

  it('funds at once where customers always take the goods along, without a delivery call', async () => {
    const lease = await stage.signedLease({}, { customerTakesGoods: true });
    await lease.until('funded');
    expect(lease.diary.timeline.slice(-7)).toEqual([
      'initial_payment.captured',
      'lease.contracts_received',
      'lease.lease_accepted',
      'delivery.confirmed',
      'lease.funded',
      'funding.payable',
      'schedule.created',
    ]);
    expect(lease.diary.row.deliveredOn).toBe(storeDate(CHICAGO, await stage.now()));
  });

  async function contracts(world: Parameters<Stage['lease']>[0] = {}) {
    const lease = await stage.lease(world);
    await lease.submitInvoice();
    return lease;
  }
});
