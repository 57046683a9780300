import { addDays } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId, messageId } from '../../domain/ids';
import type { Invoice } from '../../domain/invoice';
import type { Report, ServicingEvent } from '../../domain/lease/reports';
import type { ServicingAnswer, ServicingFact } from '../../domain/lease/servicing-answer';
import { shipmentId } from '../../domain/lease/shipments';
import { openErrand } from '../../domain/lease/state';
import { carriedOver, type Desk, hear, openCarriedDesk, openDesk, tell } from '../../workflows/lease/desk';
import type { Action, FAULTS } from './lease-actions';
import { invoiceOf, line, on, ORIGIN, SHA } from './lease-fixture';
import type { ModelReport, SqlAnswer } from './lease-model-reports';
import { returnFact } from './lease-servicing';
import { deadlineOf } from './lease-story';

/** Day 0 of every life; days change at midnight, and everything here happens around noon. */
const FIRST_DAY = on('2026-03-02');
const NOON_MS = Date.parse('2026-03-02T18:00Z');
const DAY_MS = 86_400_000;

/** Both order a sofa and a table. */
const order = (amountCents: number): Invoice => invoiceOf([line(1, amountCents - 20_000), line(2, 20_000)]);
const FAULTY: Readonly<Record<(typeof FAULTS)[number], Invoice>> = {
  INVOICE_TOTAL_MISMATCH: { ...order(50_000), invoiceTotalCents: cents(50_001) },
  ITEM_NOT_LEASABLE: invoiceOf([line(1, 50_000, { category: 'tax' })]),
  STATE_NOT_SERVED: { ...order(50_000), deliveryState: 'MN' },
  BELOW_MINIMUM: invoiceOf([line(1, 14_999)]),
};

/** The real lease, with the story's own part played by the driver that the exploration uses. */
export class RealLease {
  day = 0;
  desk: Desk;

  constructor(customerTakesGoods = false, isWebStore = false) {
    this.setClock();
    const by = { messageId: messageId('application'), requestId: 'r', actor: 'a', channel: 'api' };
    this.desk = openDesk(
      { origin: { ...ORIGIN, customerTakesGoods, ...(isWebStore ? { isWebStore } : {}) }, by },
      undefined,
    );
  }

  report(id: number, report: ModelReport): void {
    hear(
      this.desk,
      { messageId: messageId(String(id)), requestId: 'r', actor: 'a', channel: 'api' },
      this.spelt(report),
    );
    this.settle();
  }

  tell(fact: Parameters<typeof tell>[1]): void {
    tell(this.desk, fact);
    this.settle();
  }

  answer(card: Extract<Action, { do: 'answer' }>['card'], sql: SqlAnswer): void {
    const outcome = {
      captured: 'captured',
      CARD_DECLINED: 'declined',
      CARD_TYPE_NOT_ACCEPTED: 'card_type_not_accepted',
    } as const;
    switch (openErrand(this.desk.lease)) {
      case 'capture':
        return this.tell({ event: 'cardAnswered', outcome: outcome[card], captureReference: 'cap_1' });
      case 'refund':
        return this.tell({ event: 'refunded' });
      case 'opening':
        return this.tell({ event: 'opened' });
      case 'asking':
        return this.tell({ event: 'servicingAnswered', answer: this.answered(sql) });
      default:
        return undefined;
    }
  }

  private answered(sql: SqlAnswer): ServicingAnswer {
    const { asked, contract } = this.desk.lease;
    if (!asked || !contract) throw new Error('SQL was asked of nothing');
    if (sql === 'refused') return { outcome: 'refused', code: 'RETURN_EXCEEDS_LINE', detail: 'no' };
    const isLast = sql === 'last';
    const amountCents = cents(1_000);
    const facts: Record<ServicingEvent, ServicingFact> = {
      returnAuthorizationRequested: { kind: 'return_authorized', isReturnEligible: !isLast },
      returnSubmitted: returnFact(contract, isLast ? 'returned' : 'price_adjusted', isLast ? 0 : 20_000),
      paymentSubmitted: { kind: 'payment_taken', amountCents, isPaidOff: isLast },
      paymentCancelled: { kind: 'payment_cancelled', amountCents },
      purchaseAccepted: { kind: 'bought_out', amountCents },
      paidOff: { kind: 'paid_off' },
    };
    return { outcome: 'accepted', fact: facts[asked.event] };
  }

  passDay(): void {
    this.day += 1;
    this.setClock();
    this.settle();
  }

  continueAsNew(): void {
    if (openErrand(this.desk.lease) || this.desk.waiting.length > 0 || this.desk.inHand) return;
    this.desk = openCarriedDesk(JSON.parse(JSON.stringify(carriedOver(this.desk))));
  }

  /** What the story does without being asked: acceptance, and deadlines that have passed. */
  private settle(): void {
    const { lease } = this.desk;
    const deadline = deadlineOf(lease);
    const errand = openErrand(lease);
    if (errand === 'acceptance') this.tell({ event: 'acceptancePassed' });
    else if (errand === 'handover') this.tell({ event: 'goodsTaken' });
    else if (deadline && Date.parse(deadline.at) <= Date.now()) this.tell(deadline.fact);
  }

  private setClock(): void {
    jest.setSystemTime(NOON_MS + this.day * DAY_MS);
  }

  private spelt(report: ModelReport): Report {
    switch (report.event) {
      case 'invoiceSubmitted':
        return { event: report.event, invoice: report.fault ? FAULTY[report.fault] : order(report.amountCents) };
      case 'agreementSigned': {
        const { event, round, isOther } = report;
        return { event, round, agreementSha256: isOther ? 'f'.repeat(64) : SHA };
      }
      case 'deliveryConfirmed': {
        const ordered = [1, 2].map((lineNumber) => ({ lineNumber, quantity: 1 }));
        const lines = { absent: {}, whole: { lines: ordered }, part: { lines: ordered.slice(1) } }[report.lines];
        return { event: report.event, deliveredOn: addDays(FIRST_DAY, report.deliveredOn), ...lines };
      }
      case 'shipmentReported': {
        const lines = report.parts.map((lineNumber) => ({ lineNumber, quantity: 1 }));
        if (report.deliveredOn === Infinity) return { event: report.event, lines };
        return { event: report.event, lines, deliveredOn: addDays(FIRST_DAY, report.deliveredOn) };
      }
      case 'shipmentDelivered': {
        const id = shipmentId(this.desk.lease, report.number);
        return { event: report.event, shipmentId: id, deliveredOn: addDays(FIRST_DAY, report.deliveredOn) };
      }
      case 'reviewClosed':
      case 'documentsReceived': {
        const { event, decision, limitCents } = report;
        return { event, decision, ...(limitCents === undefined ? {} : { approvalLimitCents: cents(limitCents) }) };
      }
      case 'approvalMoved':
        return { event: report.event, toLeaseId: leaseId('1002003002') };
      case 'returnSubmitted': {
        const lastRunOn = addDays(FIRST_DAY, report.lastRunOn);
        return { event: report.event, returnedOn: addDays(FIRST_DAY, report.returnedOn), lastRunOn };
      }
      case 'paymentCancelled':
        return { event: report.event, paymentId: 'PAY-1002003001-abcdefgh' };
      case 'purchaseAccepted':
        return { event: report.event, quoteId: 'Q-1' };
      default:
        return { event: report.event };
    }
  }
}

const dayOf = (date: string | null): number =>
  date === null ? Infinity : Math.round((Date.parse(date) - Date.parse(FIRST_DAY)) / DAY_MS);

/** What the model knows too, in its words. */
export function seenOf({ desk: { lease, verdicts, waiting } }: RealLease): unknown {
  const judged = verdicts.filter(({ messageId: id }) => id !== 'application');
  return {
    status: lease.status,
    endedAs: lease.servicingEnd ?? undefined,
    version: lease.version,
    isBlocked: lease.isBlocked,
    isOverdue: lease.isOverdueReported,
    cardCalls: lease.cardAttemptCount,
    scheduledFor: dayOf(lease.fundingScheduledFor),
    deliveredOn: dayOf(lease.deliveredOn),
    approvalEndsOn: dayOf(lease.approval?.expiresAt.slice(0, 10) ?? null),
    waiting: waiting.map(({ by }) => Number(by.messageId)),
    verdicts: Object.fromEntries(judged.map(({ messageId: id, outcome, code }) => [id, code ?? outcome])),
  };
}
