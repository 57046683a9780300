import { calendarDate, type CalendarDate, instant, type Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId, merchantId, storeId } from '../../domain/ids';
import type { Invoice, InvoiceLine } from '../../domain/invoice';
import { happen } from '../../domain/lease/happen';
import { judge } from '../../domain/lease/judge';
import type { Judgement } from '../../domain/lease/judgement';
import type { Happening, Report, ReportEvent } from '../../domain/lease/reports';
import { type LeaseOrigin, type LeaseState, newLease } from '../../domain/lease/state';
import type { StoreClock } from '../../domain/store-clock';

/** @param text anything ISO 8601, e.g. `2026-03-02T18:00Z` */
export const at = (text: string): Instant => instant(Date.parse(text));
export const on = (text: string): CalendarDate => calendarDate(text);

/** Written by hand, so that no time-zone library is both the judge and the accused. */
export const CHICAGO: StoreClock = [
  { from: at('2025-11-02T07:00Z'), utcOffsetMinutes: -360 },
  { from: at('2026-03-08T08:00Z'), utcOffsetMinutes: -300 },
  { from: at('2026-11-01T07:00Z'), utcOffsetMinutes: -360 },
  { from: at('2027-03-14T08:00Z'), utcOffsetMinutes: -300 },
  { from: at('2027-11-07T07:00Z'), utcOffsetMinutes: -360 },
  { from: at('2028-03-12T08:00Z'), utcOffsetMinutes: -300 },
];

/** Example A of domain.md: a store in Texas, twice the cash price, 49.00 at signing. */
export const ORIGIN: LeaseOrigin = {
  leaseId: leaseId('1002003001'),
  merchantId: merchantId('mch_lone_star'),
  storeId: storeId('sto_dallas'),
  storeState: 'TX',
  homeState: 'TX',
  payFrequency: 'biWeekly',
  terms: {
    totalToOwnBps: 20_000,
    initialPaymentCents: cents(4_900),
    minInvoiceCents: cents(15_000),
    maxInvoiceCents: cents(500_000),
    termMonths: 12,
  },
  customerTakesGoods: false,
};

export const SHA = 'a'.repeat(64);
export const LIMIT_CENTS = cents(120_000);

export function line(lineNumber: number, priceEachCents: number, more: Partial<InvoiceLine> = {}): InvoiceLine {
  const quantity = more.quantity ?? 1;
  const lineTotalCents = cents(priceEachCents * quantity);
  return {
    lineNumber,
    category: 'furniture',
    quantity,
    priceEachCents: cents(priceEachCents),
    lineTotalCents,
    ...more,
  };
}

/** An invoice whose total is what its lines say, unless `more` says otherwise. */
export function invoiceOf(lines: InvoiceLine[], more: Partial<Invoice> = {}): Invoice {
  return {
    invoiceTotalCents: cents(lines.reduce((sum, { lineTotalCents }) => sum + lineTotalCents, 0)),
    lines,
    ...more,
  };
}

/** A sofa for 700.00 and a table for 300.00. */
export const SOFA_AND_TABLE: Invoice = invoiceOf([line(1, 70_000), line(2, 30_000)]);

export type Fact = Report | Happening;

const REPORT_EVENTS: Readonly<Record<ReportEvent, true>> = {
  invoiceSubmitted: true,
  agreementSigned: true,
  deliveryConfirmed: true,
  shipmentReported: true,
  shipmentDelivered: true,
  contractCancelled: true,
  reviewOpened: true,
  reviewClosed: true,
  documentsReceived: true,
  reinstated: true,
  approvalMoved: true,
  returnAuthorizationRequested: true,
  returnSubmitted: true,
  paymentSubmitted: true,
  paymentCancelled: true,
  purchaseAccepted: true,
  paidOff: true,
};

export const isReport = (fact: Fact): fact is Report => fact.event in REPORT_EVENTS;

/** What a lease makes of a fact, whoever brings it. */
export function meet(lease: LeaseState, fact: Fact, when: Instant): Judgement {
  return isReport(fact) ? judge(lease, fact, when) : happen(lease, fact, when);
}

/** The lease after facts that it takes without complaint. */
export function lived(lease: LeaseState, when: Instant, ...facts: Fact[]): LeaseState {
  return facts.reduce((before, fact) => {
    const judgement = meet(before, fact, when);
    if (judgement.outcome !== 'refused') return judgement.lease;
    throw new Error(`${fact.event} was refused: ${judgement.code} ${judgement.detail}`);
  }, lease);
}

export const decided = (
  outcome: 'approved' | 'denied' | 'pre_approved',
  proposedCents: number = LIMIT_CENTS,
): Fact => ({
  event: 'decided',
  outcome,
  proposedLimitCents: cents(proposedCents),
  clock: CHICAGO,
});
export const rendered = (round: number): Fact => ({ event: 'agreementRendered', round, agreementSha256: SHA });
export const signed = (round: number): Report => ({ event: 'agreementSigned', round, agreementSha256: SHA });
export const card = (outcome: 'captured' | 'declined' | 'card_type_not_accepted'): Fact => ({
  event: 'cardAnswered',
  outcome,
  captureReference: outcome === 'captured' ? 'cap_1' : '',
});

export const applied = (when: Instant, origin: Partial<LeaseOrigin> = {}): LeaseState =>
  newLease({ ...ORIGIN, ...origin }, when);

export const approved = (when: Instant, origin: Partial<LeaseOrigin> = {}): LeaseState =>
  lived(applied(when, origin), when, decided('approved'));

/** Contracts with the agreement rendered: ready to sign. */
export const inContracts = (when: Instant, origin: Partial<LeaseOrigin> = {}): LeaseState =>
  lived(approved(when, origin), when, { event: 'invoiceSubmitted', invoice: SOFA_AND_TABLE }, rendered(1));

/** Approved, invoiced, signed, paid and accepted, all at one instant. */
export const accepted = (when: Instant, origin: Partial<LeaseOrigin> = {}): LeaseState =>
  lived(inContracts(when, origin), when, signed(1), card('captured'), { event: 'acceptancePassed' });

/** Accepted, delivered, payable and scheduled, all at one instant. */
export const funded = (when: Instant, origin: Partial<LeaseOrigin> = {}): LeaseState => {
  const before = accepted(when, origin);
  const deliveredOn = before.signedOn ?? on(when.slice(0, 10));
  return lived(before, when, { event: 'deliveryConfirmed', deliveredOn }, { event: 'opened' });
};
