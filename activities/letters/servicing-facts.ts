import { z } from 'zod';
import { type ContractRound, type KeptInvoice, readInvoice } from '../../db/contracts';
import type { Db } from '../../db/database';
import { returnsOf } from '../../db/returns';
import { readSchedule, type ScheduleView } from '../../db/schedules';
import { lastLineBefore } from '../../db/timeline-lines';
import { type Cents, cents, ZERO_CENTS } from '../../domain/cents';
import { REPORTS_LEASES } from '../../domain/lessor';
import type { LetterPayment } from '../../domain/letters/schedule-table';
import type { LetterFacts } from '../../domain/letters/write-letter';
import type { LeasePricing } from '../../domain/pricing';
import { linesLeft } from '../../domain/returns/lines-left';
import type { LetterDeps } from './deps';
import type { HeardEvent, Place } from './heard-event';
import { type AboutLease, aboutLease } from './letter-head';

type Heard<Type extends HeardEvent['type']> = Extract<HeardEvent, { type: Type }>;

/** The whole schedule of a lease that was opened. @throws Error when it is not opened: no event says so then */
export async function fundedFacts(deps: LetterDeps, event: Heard<'schedule.created'>): Promise<LetterFacts> {
  const about = await aboutLease(deps, event);
  const { head, lease, termMonths, storeState } = about;
  const { signed_on: signedOn, delivered_on: deliveredOn } = lease;
  if (!signedOn || !deliveredOn) throw new Error('only a delivered lease has a schedule');
  const contract = contractOf(about);
  const { invoiceNumber, lines, pricing: signedPricing, deliveryState } = await readInvoice(deps.db, contract);
  const pricing = (await lastReturnBefore(deps.db, event))?.fact.pricing ?? signedPricing;
  const { payments } = await readSchedule(deps.db, lease);
  return {
    kind: 'funded_notice',
    facts: {
      ...{ head, signedOn, deliveredOn, isAutopay: lease.is_autopay, payments: asCreated(payments, pricing) },
      agreement: {
        ...{ ...contract, language: head.language, lessor: head.lessor, customer: head.customer, invoiceNumber },
        ...{ agreementOn: deliveredOn, signByAt: event.at, items: lines, pricing, termMonths },
        ...{ merchant: { ...head.merchant, storeState }, governingState: deliveryState },
      },
    },
  };
}

/** The amounts as the price has them, so that a return that came since does not show. */
function asCreated(payments: ScheduleView['payments'], pricing: LeasePricing): LetterPayment[] {
  const { numberOfPayments, paymentCents, lastPaymentCents } = pricing;
  return payments.slice(0, numberOfPayments).map(({ number, dueOn }) => ({
    ...{ number, dueOn, amountCents: number === numberOfPayments ? lastPaymentCents : paymentCents },
  }));
}

/** @throws Error when there is no such return: no event says so then */
export async function returnFacts(
  deps: LetterDeps,
  event: Heard<'merchandise.returned' | 'price.adjusted'>,
): Promise<LetterFacts> {
  const { head, lease } = await aboutLease(deps, event);
  const row = (await returnsOf(deps.db, event.leaseId)).find(({ number }) => number === event.data.number);
  if (!row) throw new Error('a return that was told of is not there');
  const { fact, lines, round, returned_on: returnedOn } = row;
  const { lines: sold } = await readInvoice(deps.db, { leaseId: event.leaseId, round });
  const payments = scheduleLeft(await readSchedule(deps.db, lease), fact.pricing);
  const nameOf = (number: number) => sold.find(({ lineNumber }) => lineNumber === number)?.description ?? '';
  return {
    kind: 'return_receipt',
    facts: {
      ...{ head, kind: fact.kind, returnedOn, refundCents: fact.customerRefundCents, isWhole: fact.isWhole },
      lines: lines.map(({ lineNumber, ...taken }) => ({ description: nameOf(lineNumber), ...taken })),
      isFunded: (await lastLineBefore(deps.db, event, ['schedule.created'])) !== undefined,
      pricing: fact.pricing,
      ...(payments ? { payments } : {}),
    },
  };
}

/** The schedule, as long as it still is the one the return left: its payments then come to that total. */
function scheduleLeft(schedule: ScheduleView, pricing: LeasePricing): LetterPayment[] | undefined {
  const payments = schedule.payments.filter(({ state }) => state !== 'cancelled');
  const totalCents = cents(schedule.totalCents + pricing.initialPaymentCents);
  if (payments.length === 0 || totalCents !== pricing.totalToOwnCents) return undefined;
  return payments.map(({ number, dueOn, amountCents }) => ({ number, dueOn, amountCents }));
}

/** @throws Error when nothing was leased: no event says so then */
export async function ownershipFacts(deps: LetterDeps, event: Heard<'lease.owned'>): Promise<LetterFacts> {
  const about = await aboutLease(deps, event);
  const contract = contractOf(about);
  const invoice = await readInvoice(deps.db, contract);
  const pricing = (await lastReturnBefore(deps.db, event))?.fact.pricing ?? invoice.pricing;
  const facts = {
    ...{ head: about.head, totalToOwnCents: pricing.totalToOwnCents, isReported: REPORTS_LEASES },
    goods: await goodsLeft(deps.db, contract, invoice),
  };
  if (event.data.by === 'term') return { kind: 'ownership_letter', facts };
  return { kind: 'buyout_notice', facts: { ...facts, buyoutCents: await buyoutPrice(deps.db, event) } };
}

function contractOf({ head, lease }: AboutLease): ContractRound {
  if (lease.contract_round === null) throw new Error('a lease without a contract has started nothing');
  return { leaseId: head.leaseId, round: lease.contract_round };
}

async function goodsLeft(db: Db, { leaseId, round }: ContractRound, { lines }: KeptInvoice) {
  const taken = (await returnsOf(db, leaseId)).filter((row) => row.round === round).flatMap((row) => row.lines);
  return linesLeft(lines, taken).flatMap(({ lineNumber, leftQuantity }) => {
    const sold = lines.find((one) => one.lineNumber === lineNumber);
    return sold && leftQuantity > 0 ? [{ description: sold.description, quantity: leftQuantity }] : [];
  });
}

const Numbered = z.object({ number: z.int() });
const Priced = z.object({ amountCents: z.int().transform(cents) });

/** The newest return by then, told by the timeline: clocks of runs and leases may differ. */
async function lastReturnBefore(db: Db, place: Place) {
  const line = await lastLineBefore(db, place, ['merchandise.returned', 'price.adjusted']);
  if (!line) return undefined;
  const { number } = Numbered.parse(line.data);
  return (await returnsOf(db, place.leaseId)).find((row) => row.number === number);
}

async function buyoutPrice(db: Db, place: Place): Promise<Cents> {
  const line = await lastLineBefore(db, place, ['purchase.accepted']);
  return line ? Priced.parse(line.data).amountCents : ZERO_CENTS;
}
