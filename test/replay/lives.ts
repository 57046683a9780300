import { calendarDate } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { paidOffMessage } from '../../workflows/lease/messages';
import type { LeaseActor } from '../support/lease-actor';
import { aContract, returnFact } from '../support/lease-servicing';
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
  returned: async (stage) => {
    const authorized: ServicingAnswer = {
      outcome: 'accepted',
      fact: { kind: 'return_authorized', isReturnEligible: true },
    };
    const lease = await stage.fundedLease({ servicing: [authorized, returned(70_000), 'down', 'down', returned(0)] });
    await lease.report('returnAuthorizationRequested', {});
    await lease.giveBack(await today(stage));
    const whole = await lease.say('returnSubmitted', { returnedOn: calendarDate(await today(stage)) });
    await lease.say('paymentSubmitted', {});
    await stage.skip('1 minute');
    await lease.verdict(whole);
    await lease.handle.result();
    return lease;
  },
  'bought-out': async (stage) => {
    const declined: ServicingAnswer = { outcome: 'refused', code: 'CARD_DECLINED', detail: 'try another' };
    const bought: ServicingAnswer = { outcome: 'accepted', fact: { kind: 'bought_out', amountCents: cents(69_984) } };
    const lease = await stage.fundedLease({ servicing: [declined, bought] });
    await lease.report('purchaseAccepted', { quoteId: 'Q-1' });
    await lease.report('purchaseAccepted', { quoteId: 'Q-1' });
    await lease.handle.result();
    return lease;
  },
  'paid-off': async (stage) => {
    const amountCents = cents(5_000);
    const lease = await stage.fundedLease({
      servicing: [
        { outcome: 'accepted', fact: { kind: 'payment_scheduled', amountCents } },
        { outcome: 'accepted', fact: { kind: 'payment_cancelled', amountCents } },
        { outcome: 'accepted', fact: { kind: 'payment_taken', amountCents, isPaidOff: false } },
        { outcome: 'accepted', fact: { kind: 'paid_off' } },
      ],
    });
    await lease.report('paymentSubmitted', {});
    await lease.report('paymentCancelled', { paymentId: `PAY-${lease.id}-abcdefgh` });
    await lease.report('paymentSubmitted', {});
    await stage.skip('360 days');
    await lease.handle.signal('paidOff', paidOffMessage(lease.diary.leaseId, calendarDate(await today(stage))));
    await lease.handle.result();
    return lease;
  },
  'web-order-returned': async (stage) => {
    const lease = await stage.signedLease({ servicing: [returned(70_000), returned(0)] }, { isWebStore: true });
    await lease.deliver(await today(stage, 5));
    await lease.giveBack(await today(stage));
    await lease.giveBack(await today(stage));
    await lease.submitInvoice();
    return lease;
  },
};

/** The table of an order of 1,000.00 comes back, or all of it. */
function returned(leftCents: number): ServicingAnswer {
  const fact = returnFact(aContract(100_000), 'returned', leftCents);
  return { outcome: 'accepted', fact };
}

async function today(stage: Stage, days = 0): Promise<string> {
  return storeDate(CHICAGO, await stage.now(), days);
}
