import { auditChains } from '../../db/books-audit';
import { recordEndedRefusal } from '../../db/ended-leases';
import { findVerdicts } from '../../db/verdicts';
import { messageId } from '../../domain/ids';
import { ActivityWorld } from '../support/activity-world';
import { embeddedLedger } from '../support/ledger-database';

const by = (name: string) => ({
  messageId: messageId(name),
  requestId: `req-${name}`,
  actor: 'retailer:key_1',
  channel: 'api',
});

describe('a command to a lease whose Workflow does not answer', () => {
  let world: ActivityWorld;
  beforeAll(async () => void (world = await ActivityWorld.open(await embeddedLedger())));
  afterAll(() => world.close());

  async function leaseThat(columns: object) {
    const { leaseId } = await world.applied();
    await world.db.updateTable('leases').set(columns).where('lease_id', '=', leaseId).execute();
    const timeline = () => world.db.selectFrom('timeline').selectAll().where('lease_id', '=', leaseId).execute();
    return { leaseId, timeline };
  }

  it('is refused for good when the lease has ended, with verdict, timeline and audit line, once however often', async () => {
    const { leaseId, timeline } = await leaseThat({ status: 'approval_expired', is_over: true, version: 2 });
    const ended = by('ended');
    await recordEndedRefusal(world.db, world.cipher, leaseId, ended, 'invoiceSubmitted');
    await recordEndedRefusal(world.db, world.cipher, leaseId, ended, 'invoiceSubmitted');

    expect(await findVerdicts(world.db, [ended.messageId])).toMatchObject([
      { outcome: 'refused', code: 'APPROVAL_EXPIRED', from_status: 'approval_expired', version: 2 },
    ]);
    expect(await timeline()).toMatchObject([{ type: 'command.refused', data: { code: 'APPROVAL_EXPIRED' } }]);
    expect((await auditChains(world.db)).findings).toEqual([]);
  });

  // Its Workflow may be reset and live on; a line written here would take the number of the next step it writes.
  it.each(['lease_accepted', 'denied', 'pending'])(
    'is answered "unavailable" and writes nothing when the lease is only %s',
    async (status) => {
      const { leaseId, timeline } = await leaseThat({ status });
      const alive = by(`alive-${status}`);
      const refusal = recordEndedRefusal(world.db, world.cipher, leaseId, alive, 'deliveryConfirmed');
      await expect(refusal).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      expect(await findVerdicts(world.db, [alive.messageId])).toEqual([]);
      expect(await timeline()).toEqual([]);
    },
  );
});
