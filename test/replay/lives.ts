import type { LeaseActor } from '../support/lease-actor';
import type { Stage } from '../support/stage';
import { storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';

/** The lives whose histories are kept: together they use every command that a lease can give. */
export const LIVES: Readonly<Record<string, (stage: Stage) => Promise<LeaseActor>>> = {
  funded: async (stage) => {
    const lease = await stage.signedLease();
    await lease.deliver(await today(stage));
    await lease.until('funded');
    await lease.cancel();
    return lease;
  },
  'taken-along': (stage) => stage.signedLease({}, { customerTakesGoods: true }),
  'approval-expired': async (stage) => {
    const lease = await stage.lease();
    await stage.skip('92 days');
    await lease.until('approval_expired');
    return lease;
  },
  'contracts-expired-and-reinstated': async (stage) => {
    const lease = await stage.lease();
    await lease.submitInvoice();
    await stage.skip('10 days');
    await lease.submitInvoice();
    await stage.skip('62 days');
    await lease.until('contracts_expired');
    await lease.report('reinstated', {});
    await stage.skip('30 days');
    await lease.until('approval_expired');
    return lease;
  },
  'cancelled-and-again': async (stage) => {
    const lease = await stage.signedLease();
    await lease.deliver(await today(stage, 5));
    await lease.cancel();
    await lease.submitInvoice();
    await lease.sign(2);
    await lease.deliver(await today(stage));
    return lease;
  },
  'pending-then-approved': async (stage) => {
    const lease = await stage.lease({ engine: ['down', 'down', 'down', 'approved'] });
    await stage.skip('1 minute');
    await lease.until('approved');
    await lease.submitInvoice();
    return lease;
  },
  'scheduled-delivery': async (stage) => {
    const lease = await stage.signedLease();
    await lease.deliver(await today(stage, 9));
    await lease.deliver(await today(stage, 4));
    await stage.skip('5 days');
    await lease.until('funded');
    return lease;
  },
  'overdue-then-delivered': async (stage) => {
    const lease = await stage.signedLease();
    await stage.skip('95 days');
    await lease.deliver(await today(stage));
    return lease;
  },
  blocked: async (stage) => {
    const lease = await stage.lease({ card: ['declined', 'card_type_not_accepted', 'declined'] });
    await lease.submitInvoice();
    for (let attempt = 1; attempt <= 5; attempt += 1) await lease.sign();
    return lease;
  },
  'denied-and-reviewed': async (stage) => {
    const lease = await stage.lease({ engine: ['denied'] });
    await lease.report('reviewOpened', {});
    await lease.report('reviewClosed', { decision: 'denied' });
    await stage.skip('770 days');
    await lease.settled();
    return lease;
  },
  'documents-received': async (stage) => {
    const lease = await stage.lease({ engine: ['pre_approved'] });
    await lease.report('documentsReceived', { decision: 'approved' });
    return lease;
  },
};

async function today(stage: Stage, days = 0): Promise<string> {
  return storeDate(CHICAGO, await stage.now(), days);
}
