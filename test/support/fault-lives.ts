import { sql } from 'kysely';
import type { Db } from '../../db/database';
import { leaseId, type LeaseId } from '../../domain/ids';
import type { Answer, Sandbox } from './e2e-client';
import { todayIn } from './e2e-dates';
import { applicationBody, expectStatus, invoiceBody, newSsn, signatureBody } from './e2e-leases';
import type { StubbornRetailer } from './stubborn-retailer';

const APPROVED = ['application.submitted', 'lease.approved'];
const CONTRACTS = ['invoice.submitted', 'lease.contracts'];
const SIGNED = ['agreement.signed', 'initial_payment.captured', 'lease.contracts_received', 'lease.lease_accepted'];
const CANCELLED = ['contract.cancelled', 'lease.approved', 'initial_payment.refunded'];
const FUNDED = ['delivery.confirmed', 'lease.funded', 'funding.payable', 'schedule.created'];

/** How each life ends, and every line its timeline must have by then: no more, no fewer, in this order. */
export const ENDINGS = {
  delivered: { status: 'funded', timeline: [...APPROVED, ...CONTRACTS, ...SIGNED, ...FUNDED], rounds: 1, refunds: 0 },
  cancelled: {
    status: 'approved',
    timeline: [...APPROVED, ...CONTRACTS, ...SIGNED, ...CANCELLED],
    rounds: 1,
    refunds: 1,
  },
  againAndDelivered: {
    status: 'funded',
    timeline: [...APPROVED, ...CONTRACTS, ...SIGNED, ...CANCELLED, ...CONTRACTS, ...SIGNED, ...FUNDED],
    rounds: 2,
    refunds: 1,
  },
} as const;
export type Ending = keyof typeof ENDINGS;

/** A retailer that takes leases through their lives, whatever fails on the way. */
export class Lives {
  constructor(
    private readonly sandbox: Sandbox,
    readonly retailer: StubbornRetailer,
  ) {}

  async approved(): Promise<LeaseId> {
    const body = applicationBody({ ssn: newSsn() });
    const { body: lease } = expectStatus(
      await this.retailer.post(this.sandbox.bestsofa, '/v1/applications', body),
      201,
    );
    return leaseId(lease.leaseId);
  }

  /** @returns where its agreement is read and signed */
  async invoice(lease: LeaseId): Promise<string> {
    const answer = await this.retailer.post(this.sandbox.bestsofa, `/v1/leases/${lease}/invoice`, invoiceBody());
    return String(expectStatus(answer, 200).body.signingUrl).replace('/sign/', '/v1/signing/');
  }

  async sign(signing: string, cardToken = 'tok_ok'): Promise<Answer> {
    const { nobody } = this.sandbox;
    const { body } = expectStatus(await this.retailer.get(nobody, signing), 200);
    const signature = signatureBody(body.agreementSha256, { cardToken });
    return expectStatus(await this.retailer.post(nobody, `${signing}/signature`, signature), 200);
  }

  cancel = (lease: LeaseId): Promise<Answer> =>
    this.retailer.tell(this.sandbox.bestsofa, 'DELETE', `/v1/leases/${lease}/contract`);

  deliver = (lease: LeaseId): Promise<Answer> =>
    this.retailer.post(this.sandbox.bestsofa, `/v1/leases/${lease}/delivery-confirmation`, {
      deliveredOn: todayIn('America/Chicago'),
    });

  async accepted(): Promise<LeaseId> {
    const lease = await this.approved();
    await this.sign(await this.invoice(lease));
    return lease;
  }

  async live(ending: Ending): Promise<LeaseId> {
    const lease = await this.accepted();
    if (ending !== 'delivered') expectStatus(await this.cancel(lease), 200);
    if (ending === 'againAndDelivered') await this.sign(await this.invoice(lease));
    if (ending !== 'cancelled') expectStatus(await this.deliver(lease), 200);
    return lease;
  }
}

/** Nothing of a lease is there twice, and nothing is missing: status, timeline, ledger, schedule, and the processor. */
export async function assertEnding(db: Db, lease: LeaseId, ending: Ending): Promise<void> {
  const { status, timeline, rounds, refunds } = ENDINGS[ending];
  const row = await db.selectFrom('leases').select('status').where('lease_id', '=', lease).executeTakeFirst();
  const isFunded = status === 'funded';
  expect({
    lease,
    status: row?.status,
    timeline: await timelineOf(db, lease),
    ...(await countsOf(db, lease)),
  }).toEqual({
    lease,
    status,
    timeline,
    entries: rounds + refunds + (isFunded ? 2 : 0),
    captures: rounds,
    payments: isFunded ? 26 : 0,
  });
}

/** Fails on a gap too: the numbers are the places. */
export async function timelineOf(db: Db, lease: LeaseId): Promise<string[]> {
  const lines = await db
    .selectFrom('timeline')
    .select(['sequence', 'type'])
    .where('lease_id', '=', lease)
    .orderBy('sequence')
    .execute();
  expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_, index) => index + 1));
  return lines.map(({ type }) => type);
}

async function countsOf(db: Db, lease: LeaseId) {
  const { rows } = await sql<{ entries: number; captures: number; payments: number }>`
    SELECT (SELECT count(*) FROM journal_entries WHERE lease_id = ${lease}) AS entries,
           (SELECT count(*) FROM scheduled_payments WHERE lease_id = ${lease}) AS payments,
           (SELECT count(*) FROM sandbox_calls WHERE outcome = 'captured'
               AND idempotency_key LIKE ${`capture-initial-payment:${lease}:%`}) AS captures`.execute(db);
  return rows[0];
}
