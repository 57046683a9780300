import type { Activities } from '../../activities';
import { findVerdicts, verdictAnswer } from '../../db/verdicts';
import { calendarDate } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import type { Envelope } from '../../domain/lease/recording';
import type { Report } from '../../domain/lease/reports';
import type { Contract } from '../../domain/lease/state';
import { type ActivityWorld, NOW, type WorldLease } from './activity-world';

/** One activity about to run, on a lease of its own. */
export interface Errand {
  lease: WorldLease;
  name: keyof Activities;
  input: Parameters<Activities[keyof Activities]>[0];
  /** what the lease's story does next, so that SQL is at rest and the books can be judged */
  finish?: () => Promise<void>;
}

const DELIVERED_ON = calendarDate('2026-11-24');
const INITIAL_CENTS = cents(4_900);

function contractOf({ diary: { lease } }: WorldLease): Contract {
  if (!lease.contract) throw new Error('the lease has no contract');
  return lease.contract;
}

const recording = (lease: WorldLease): Errand => ({ lease, name: 'recordLease', input: lease.unrecorded() });

async function delivered(world: ActivityWorld): Promise<WorldLease> {
  return await (await (await world.applied()).accepted()).deliver();
}

function fundingOf(lease: WorldLease): Parameters<Activities['fundMerchant']>[0] {
  const { invoiceTotalCents, pricing } = contractOf(lease);
  const { totalToOwnCents, initialPaymentCents } = pricing;
  const { leaseId, merchantId } = lease.diary.lease.origin;
  return { leaseId, merchantId, invoiceTotalCents, totalToOwnCents, initialPaymentCents, fundedAt: NOW };
}

function scheduleOf(lease: WorldLease): Parameters<Activities['createPaymentSchedule']>[0] {
  return { leaseId: lease.leaseId, amounts: contractOf(lease).pricing, deliveredOn: DELIVERED_ON };
}

async function open(world: ActivityWorld, lease: WorldLease): Promise<void> {
  const { pricing, invoiceTotalCents } = contractOf(lease);
  const { leaseId, merchantId } = lease.diary.lease.origin;
  await world.run('fundMerchant', { leaseId, merchantId, invoiceTotalCents, ...pricing, fundedAt: NOW });
  await world.run('createPaymentSchedule', { leaseId, amounts: pricing, deliveredOn: DELIVERED_ON });
  lease.diary.find({ event: 'opened' });
}

const CARRIED_OUT_BY = {
  paymentSubmitted: 'takePayment',
  returnAuthorizationRequested: 'authorizeReturn',
  returnSubmitted: 'postReturn',
} as const;

type CarriedOut = Extract<Report, { event: keyof typeof CARRIED_OUT_BY }>;

/** Reported and carried out in SQL; the lease has not written it down. */
async function carriedOut(
  world: ActivityWorld,
  lease: WorldLease,
  report: CarriedOut,
  body: object,
): Promise<Envelope> {
  const by = await lease.request(report.event, body);
  lease.diary.hear(report, by);
  const request = { leaseId: lease.leaseId, messageId: by.messageId, at: NOW, isFunded: true };
  const answer = await world.run(CARRIED_OUT_BY[report.event], request);
  lease.diary.find({ event: 'servicingAnswered', answer }, by);
  return by;
}

/** Every activity, and recordLease with every kind of content a step can bring. */
export const ERRANDS: Record<string, (world: ActivityWorld) => Promise<Errand>> = {
  async 'deciding an application'(world) {
    const lease = await world.applied();
    const { leaseId, storeId } = lease.diary.lease.origin;
    return { lease, name: 'decideApplication', input: { leaseId, storeId, at: NOW } };
  },
  async 'taking the initial payment'(world) {
    const lease = await (await world.applied()).contracts();
    const by = await lease.sign();
    const input = { leaseId: lease.leaseId, messageId: by.messageId, amountCents: INITIAL_CENTS };
    return { lease, name: 'captureInitialPayment', input, finish: () => lease.cardTaken(by).record() };
  },
  async 'giving the initial payment back'(world) {
    const lease = await (await (await world.applied()).accepted()).cancel();
    const { refundDue } = lease.diary.lease;
    if (!refundDue) throw new Error('nothing is owed back');
    const finish = async (): Promise<void> => {
      lease.diary.find({ event: 'refunded' });
      await lease.record();
    };
    return { lease, name: 'refundInitialPayment', input: { leaseId: lease.leaseId, ...refundDue }, finish };
  },
  async 'funding the merchant'(world) {
    const lease = await delivered(world);
    const finish = async (): Promise<void> => {
      await open(world, lease);
      await lease.record();
    };
    return { lease, name: 'fundMerchant', input: fundingOf(lease), finish };
  },
  async 'creating the payment schedule'(world) {
    const lease = await delivered(world);
    const finish = async (): Promise<void> => {
      await open(world, lease);
      await lease.record();
    };
    return { lease, name: 'createPaymentSchedule', input: scheduleOf(lease), finish };
  },
  async 'recording a decision'(world) {
    return recording(await (await world.applied()).approve());
  },
  async 'recording a decision and an invoice at once'(world) {
    return recording(await (await (await world.applied()).approve()).invoice());
  },
  async 'recording an invoice and the one that replaces it'(world) {
    const lease = await (await world.applied()).approve();
    await lease.record();
    return recording(await (await lease.invoice()).invoice());
  },
  async 'recording a signature that was paid for'(world) {
    const lease = await (await world.applied()).contracts();
    const by = await lease.sign();
    await world.run('captureInitialPayment', {
      leaseId: lease.leaseId,
      messageId: by.messageId,
      amountCents: INITIAL_CENTS,
    });
    return recording(lease.cardTaken(by));
  },
  async 'recording a cancelled order and its refund'(world) {
    const lease = await (await (await world.applied()).accepted()).cancel();
    lease.diary.find({ event: 'refunded' });
    return recording(lease);
  },
  async 'recording a Funded lease'(world) {
    const lease = await delivered(world);
    await open(world, lease);
    return recording(lease);
  },
  async 'recording what came of a payment and a return'(world) {
    const lease = await delivered(world);
    await open(world, lease);
    await lease.record();
    await carriedOut(world, lease, { event: 'paymentSubmitted' }, { amountCents: 5_000, cardToken: 'tok_ok' });
    const asked = await carriedOut(world, lease, { event: 'returnAuthorizationRequested' }, {});
    await lease.record();
    const [verdict] = await findVerdicts(world.db, [asked.messageId]);
    const { authorizationCode } = (verdict && verdictAnswer(world.cipher, verdict)) as { authorizationCode: string };
    const body = { authorizationCode, actionType: 'return', returnedOn: DELIVERED_ON };
    await carriedOut(world, lease, { event: 'returnSubmitted', returnedOn: DELIVERED_ON }, body);
    return recording(lease);
  },
  async 'recording a refusal'(world) {
    const lease = await (await (await world.applied()).approve()).deliver();
    return recording(lease);
  },
};
