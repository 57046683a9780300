import type { Activities } from '../../activities';
import { recordEndedRefusal } from '../../db/ended-leases';
import { findLease, leaseView } from '../../db/leases';
import { findVerdicts, verdictAnswer } from '../../db/verdicts';
import { calendarDate } from '../../domain/calendar-date';
import type { Envelope } from '../../domain/lease/recording';
import type { ServicingReport } from '../../domain/lease/reports';
import { ActivityWorld, NOW, type WorldLease } from '../support/activity-world';
import { embeddedLedger } from '../support/ledger-database';

const TODAY = calendarDate('2026-11-24');
const back = { event: 'returnSubmitted', returnedOn: TODAY } as const;

type Servicing = 'authorizeReturn' | 'postReturn' | 'takePayment' | 'cancelPayment' | 'closePaidOff';
const CARRIED_OUT_BY: Partial<Record<ServicingReport['event'], Servicing & keyof Activities>> = {
  returnAuthorizationRequested: 'authorizeReturn',
  returnSubmitted: 'postReturn',
  paymentSubmitted: 'takePayment',
  paymentCancelled: 'cancelPayment',
  paidOff: 'closePaidOff',
};

let world: ActivityWorld;
beforeAll(async () => {
  world = await ActivityWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

/** Delivered today, the merchant payable and the schedule fixed, in SQL too. */
async function funded(): Promise<WorldLease> {
  const lease = await (await (await world.applied()).accepted()).deliver();
  const { contract, origin } = lease.diary.lease;
  if (!contract) throw new Error('a delivered lease has a contract');
  const { invoiceTotalCents, pricing } = contract;
  const { leaseId, merchantId } = origin;
  await world.run('fundMerchant', { leaseId, merchantId, invoiceTotalCents, ...pricing, fundedAt: NOW });
  await world.run('createPaymentSchedule', { leaseId, amounts: pricing, deliveredOn: TODAY });
  lease.diary.find({ event: 'opened' });
  await lease.record();
  return lease;
}

/** Reported, carried out and written down, as the lease's Workflow does it. @returns the stored answer */
async function told(lease: WorldLease, report: ServicingReport, body: object, by?: Envelope): Promise<unknown> {
  const envelope = by ?? (await lease.request(report.event, body));
  const activity = CARRIED_OUT_BY[report.event];
  if (!activity) throw new Error(`nobody carries out ${report.event}`);
  lease.diary.hear(report, envelope);
  const { leaseId } = lease;
  const { messageId } = envelope;
  const answer = await world.run(activity, { leaseId, messageId, at: NOW, isFunded: true });
  lease.diary.find({ event: 'servicingAnswered', answer }, envelope);
  await lease.record();
  return await answerOf(envelope);
}

async function answerOf({ messageId }: Envelope): Promise<unknown> {
  const [verdict] = await findVerdicts(world.db, [messageId]);
  if (!verdict) throw new Error('no verdict');
  return verdict.outcome === 'refused' ? verdict.code : verdictAnswer(world.cipher, verdict);
}

async function codeFor(lease: WorldLease): Promise<string> {
  const answer = await told(lease, { event: 'returnAuthorizationRequested' }, {});
  return (answer as { authorizationCode: string }).authorizationCode;
}

describe('the answer that is kept for a reporter', () => {
  it('to a request for an authorization is its code, which is nowhere in SQL in the clear', async () => {
    const lease = await funded();
    const answer = await told(lease, { event: 'returnAuthorizationRequested' }, {});
    expect(answer).toMatchObject({ isReturnEligible: true, reasons: [] });
    const { authorizationCode } = answer as { authorizationCode: string };
    expect(authorizationCode.length).toBeGreaterThan(7);
    for (const table of ['verdicts', 'return_authorizations', 'timeline'] as const) {
      const rows = await world.db.selectFrom(table).selectAll().where('lease_id', '=', lease.leaseId).execute();
      expect(JSON.stringify(rows)).not.toContain(authorizationCode);
    }
  });

  it('to a return is the return, the lease as it is now, and what is still to be paid', async () => {
    const lease = await funded();
    const lines = [{ lineNumber: 1, amountCents: 30_000 }];
    const authorizationCode = await codeFor(lease);
    const body = { authorizationCode, actionType: 'price_adjustment', returnedOn: TODAY, lines };
    const answer = await told(lease, back, body);
    const row = await findLease(world.db, lease.leaseId);
    expect(answer).toMatchObject({
      returnId: `RET-${lease.leaseId}-1`,
      actionType: 'price_adjustment',
      merchantDebitCents: 30_000,
      lease: { leaseId: lease.leaseId, status: 'funded', servicingState: 'active', invoiceTotalCents: 70_000 },
    });
    expect((answer as { lease: object }).lease).toEqual(row && leaseView(row));
    const { schedule } = answer as {
      schedule: { payments: { amountCents: number; state: string }[]; totalCents: number };
    };
    const liveCents = schedule.payments
      .filter(({ state }) => state !== 'cancelled')
      .map((payment) => payment.amountCents);
    expect(schedule.totalCents).toBe(liveCents.reduce((sum, amountCents) => sum + amountCents, 0));
    expect(schedule.payments.length).toBeGreaterThan(20);
  });

  it('to a payment is the payment; to its cancellation the same payment, cancelled', async () => {
    const lease = await funded();
    const payOn = '2027-03-01';
    const kept = await told(lease, { event: 'paymentSubmitted' }, { amountCents: 5_000, cardToken: 'tok_ok', payOn });
    expect(kept).toMatchObject({ kind: 'one_time', amountCents: 5_000, state: 'pending', dueOn: payOn });
    const { paymentId } = kept as { paymentId: string };
    const cancelled = await told(lease, { event: 'paymentCancelled', paymentId }, { paymentId });
    expect(cancelled).toMatchObject({ paymentId, state: 'cancelled' });
    expect(await told(lease, { event: 'paymentCancelled', paymentId }, { paymentId })).toBe('ILLEGAL_TRANSITION');
  });

  it('to a payment on a day that the banking calendar does not reach is no: it could never be taken or cancelled', async () => {
    const lease = await funded();
    const on = (payOn: string) =>
      told(lease, { event: 'paymentSubmitted' }, { amountCents: 1, cardToken: 'tok_ok', payOn });
    expect(await on('2101-01-01')).toBe('NOT_A_BANKING_DAY');
    expect(await on('2199-12-31')).toBe('NOT_A_BANKING_DAY');
    expect(await on('2100-12-01')).toMatchObject({ state: 'pending' });
  });

  it('to the collection run is the lease; its message has no request and is audited all the same', async () => {
    const lease = await funded();
    await world.db
      .updateTable('scheduled_payments')
      .set({ state: 'cancelled' })
      .where('lease_id', '=', lease.leaseId)
      .execute();
    const messageId = `msg_paidoff_${lease.leaseId}_2026-11-24` as Envelope['messageId'];
    const by = { messageId, requestId: 'CRUN-2026-11-24', actor: 'system', channel: 'collection-run' };
    expect(await told(lease, { event: 'paidOff' }, {}, by)).toMatchObject({ servicingState: 'owned_by_term' });
    const row = await findLease(world.db, lease.leaseId);
    expect(row).toMatchObject({ is_over: true, servicing_state: 'owned_by_term', status: 'funded' });
  });

  it('is a refusal where no request is kept under the message, as a Signal by hand has none', async () => {
    const lease = await funded();
    const messageId = `by-hand-${lease.leaseId}` as Envelope['messageId'];
    const by = { messageId, requestId: 'by hand', actor: 'operator', channel: 'console' };
    for (const report of [{ event: 'paymentSubmitted' }, { event: 'returnAuthorizationRequested' }, back] as const) {
      const id = `${report.event}-${messageId}` as Envelope['messageId'];
      expect(await told(lease, report, {}, { ...by, messageId: id })).toBe('VALIDATION_FAILED');
    }
  });

  it('of an ended lease is given by SQL alone: refused, with how it ended', async () => {
    const lease = await funded();
    const authorizationCode = await codeFor(lease);
    await told(lease, back, { authorizationCode, actionType: 'return', returnedOn: TODAY });
    for (const [event, code] of [
      ['paymentSubmitted', 'ILLEGAL_TRANSITION'],
      ['returnSubmitted', 'RETURN_NOT_ELIGIBLE'],
    ] as const) {
      const by = await lease.request(event, {});
      await recordEndedRefusal(world.db, world.cipher, lease.leaseId, by, event);
      expect(await answerOf(by)).toBe(code);
      const [verdict] = await findVerdicts(world.db, [by.messageId]);
      expect(verdict?.detail).toContain('the lease has ended, all of its goods were returned');
    }
  });
});
