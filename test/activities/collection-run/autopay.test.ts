import { ActivityWorld, type WorldLease } from '../../support/activity-world';
import { embeddedLedger } from '../../support/ledger-database';

describe('autopay', () => {
  let world: ActivityWorld;
  beforeAll(async () => {
    world = await ActivityWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());

  async function signed(consents: object): Promise<WorldLease> {
    const lease = await (await world.applied()).contracts();
    const { contract } = lease.diary.lease;
    if (!contract?.agreementSha256) throw new Error('nothing to sign yet');
    const { round, agreementSha256 } = contract;
    const body = { signedName: 'Canaria Vogelsang', agreementSha256, consents, cardToken: 'tok_ok' };
    const by = await lease.request('submitSignature', body);
    lease.diary.hear({ event: 'agreementSigned', round, agreementSha256 }, by);
    await lease.cardTaken(by).record();
    return lease;
  }

  const isAutopay = async ({ leaseId }: WorldLease): Promise<boolean> =>
    (await world.db.selectFrom('leases').select('is_autopay').where('lease_id', '=', leaseId).executeTakeFirstOrThrow())
      .is_autopay;

  it('is what the customer consented to when signing, and nothing else', async () => {
    const given = { initialPayment: true, electronicSignature: true };
    expect(await isAutopay(await signed({ ...given, recurringPayment: true }))).toBe(true);
    expect(await isAutopay(await signed({ ...given, recurringPayment: false }))).toBe(false);
  });

  it('ends with the contract that was cancelled', async () => {
    const lease = await signed({ initialPayment: true, electronicSignature: true, recurringPayment: true });
    await (await lease.cancel()).record();
    expect(await isAutopay(lease)).toBe(false);
  });
});
