import { addDays, calendarDate, type CalendarDate, type Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId } from '../../domain/ids';
import type { Invoice, InvoiceLine } from '../../domain/invoice';
import type { DeliveredLine, Report } from '../../domain/lease/reports';
import { shipmentId } from '../../domain/lease/shipments';
import type { LeaseState } from '../../domain/lease/state';
import { localDate } from '../../domain/store-clock';
import { invoiceOf, LIMIT_CENTS, line, SHA, SOFA_AND_TABLE } from './lease-fixture';

/** A report, and the words for what tells it from others of its name. */
export interface Variant {
  report: Report;
  variant: string;
}

/** Every kind of every report a caller can send to this lease now; amounts are examples, dates are all the boundaries. */
export function reportsFor(lease: LeaseState, at: Instant): Variant[] {
  return [
    ...[
      ...INVOICES,
      ...atTheLimit(lease),
      ...signatures(lease),
      ...deliveries(lease, at),
      ...shipments(lease, at),
      ...DECISIONS,
      ...BARE,
    ],
    ...returns(lease, at),
  ];
}

const invoice = (variant: string, sent: Invoice): Variant => ({
  variant,
  report: { event: 'invoiceSubmitted', invoice: sent },
});
const withLine = (changed: Partial<InvoiceLine>): Invoice => invoiceOf([line(1, 70_000), line(2, 30_000, changed)]);

const INVOICES: readonly Variant[] = [
  invoice('in order', SOFA_AND_TABLE),
  invoice('a line number twice', withLine({ lineNumber: 1 })),
  invoice('a line that is not price times quantity', withLine({ lineTotalCents: cents(30_001) })),
  invoice('a total one cent off its lines', { ...SOFA_AND_TABLE, invoiceTotalCents: cents(100_001) }),
  invoice('a sales tax line', withLine({ category: 'tax' })),
  invoice('a service plan where the store may sell one', withLine({ category: 'service_plan' })),
  invoice('a service plan that goes to California', { ...withLine({ category: 'service_plan' }), deliveryState: 'CA' }),
  invoice('goods that go to Minnesota', { ...SOFA_AND_TABLE, deliveryState: 'MN' }),
  invoice("one cent below the merchant's minimum", invoiceOf([line(1, 14_999)])),
];

function atTheLimit({ approval }: LeaseState): Variant[] {
  const limitCents = approval?.limitCents ?? LIMIT_CENTS;
  return [
    invoice('exactly the approval limit', invoiceOf([line(1, limitCents - 30_000), line(2, 30_000)])),
    invoice('one cent above the approval limit', invoiceOf([line(1, limitCents - 29_999), line(2, 30_000)])),
  ];
}

function signatures({ contract }: LeaseState): Variant[] {
  const round = contract?.round ?? 1;
  const signature = (variant: string, names: { round: number; agreementSha256: string }): Variant => ({
    variant,
    report: { event: 'agreementSigned', ...names },
  });
  return [
    signature('of the live agreement', { round, agreementSha256: SHA }),
    signature('through the link of a replaced invoice', { round: round - 1, agreementSha256: SHA }),
    signature('of other words than were shown', { round, agreementSha256: 'f'.repeat(64) }),
  ];
}

const DAYS = [
  [-31, '31 days ago'],
  [-30, '30 days ago'],
  [0, 'today'],
  [1, 'tomorrow'],
  [30, 'in 30 days'],
  [31, 'in 31 days'],
] as const;

function deliveries(lease: LeaseState, at: Instant): Variant[] {
  const today = lease.clock.length > 0 ? localDate(lease.clock, at) : (at.slice(0, 10) as CalendarDate);
  const delivery = (variant: string, deliveredOn: CalendarDate, lines?: DeliveredLine[]): Variant => ({
    variant,
    report: { event: 'deliveryConfirmed', deliveredOn, ...(lines ? { lines } : {}) },
  });
  const sofa = { lineNumber: 1, quantity: 1 };
  const table = { lineNumber: 2, quantity: 1 };
  const dated = DAYS.map(([days, words]) => delivery(words, addDays(today, days)));
  const signedOn = lease.signedOn ?? today;
  return [
    ...dated,
    delivery('the day before the signature', addDays(signedOn, -1)),
    delivery('the day of the signature', signedOn),
    delivery('today, every line', today, [sofa, table]),
    delivery('today, part of the order', today, [sofa]),
    delivery('today, more than was ordered', today, [sofa, table, table]),
    delivery('today, a line that was not ordered', today, [sofa, table, { lineNumber: 3, quantity: 1 }]),
    delivery('today, no line', today, []),
  ];
}

/** Parts of the order of a sofa and a table, with the days that change what follows. */
function shipments(lease: LeaseState, at: Instant): Variant[] {
  const today = lease.clock.length > 0 ? localDate(lease.clock, at) : (at.slice(0, 10) as CalendarDate);
  const [sofa, table] = [1, 2].map((lineNumber) => [{ lineNumber, quantity: 1 }]);
  if (!sofa || !table) return [];
  const sent = (variant: string, lines: DeliveredLine[], days?: number): Variant => ({
    variant,
    report: { event: 'shipmentReported', lines, ...(days === undefined ? {} : { deliveredOn: addDays(today, days) }) },
  });
  const arrived = (variant: string, id: string, days: number): Variant => ({
    variant,
    report: { event: 'shipmentDelivered', shipmentId: id, deliveredOn: addDays(today, days) },
  });
  // A web store's order may come back too: with one part delivered, all that this can meet.
  if (lease.origin.isWebStore) return [sent('part of the order, delivered today', sofa, 0)];
  return [
    sent('part of the order, on its way', sofa),
    sent('part of the order, delivered today', sofa, 0),
    sent('the other part, delivered tomorrow', table, 1),
    sent('the whole order, delivered today', [...sofa, ...table], 0),
    sent('delivered 31 days ago', sofa, -31),
    sent('a line twice', [...sofa, ...sofa]),
    sent('a line that was not ordered', [{ lineNumber: 3, quantity: 1 }]),
    arrived('the first one today', shipmentId(lease, 1), 0),
    arrived('the second one today', shipmentId(lease, 2), 0),
    arrived('the first one in 31 days', shipmentId(lease, 1), 31),
  ];
}

/** Dates of the lease and of the last funding run, which a sandbox may have sent ahead. */
function returns({ deliveredOn }: LeaseState, at: Instant): Variant[] {
  const today = calendarDate(at.slice(0, 10));
  const back = (variant: string, returnedOn: CalendarDate, lastRunOn?: CalendarDate): Variant => ({
    variant,
    report: { event: 'returnSubmitted', returnedOn, ...(lastRunOn ? { lastRunOn } : {}) },
  });
  const delivered = deliveredOn ?? today;
  return [
    back('today', today),
    back('the day of the delivery', delivered),
    back('the day before the delivery', addDays(delivered, -1)),
    back('tomorrow', addDays(today, 1)),
    back('tomorrow, yesterday was the last run', addDays(today, 1), addDays(today, -1)),
    back('in 20 days, the day of the last run', addDays(today, 20), addDays(today, 20)),
    back('the day after the last run, in 21 days', addDays(today, 21), addDays(today, 20)),
  ];
}

const DECISIONS: readonly Variant[] = (['reviewClosed', 'documentsReceived'] as const).flatMap((event): Variant[] => [
  { variant: 'approved, without a limit', report: { event, decision: 'approved' } },
  { variant: 'approved, with a limit', report: { event, decision: 'approved', approvalLimitCents: cents(150_000) } },
  { variant: 'denied', report: { event, decision: 'denied' } },
]);

const BARE: readonly Variant[] = [
  { variant: '', report: { event: 'contractCancelled' } },
  { variant: '', report: { event: 'reviewOpened' } },
  { variant: '', report: { event: 'reinstated' } },
  { variant: '', report: { event: 'returnAuthorizationRequested' } },
  { variant: '', report: { event: 'paymentSubmitted' } },
  { variant: '', report: { event: 'paymentCancelled', paymentId: 'PAY-1002003001-abcdefgh' } },
  { variant: '', report: { event: 'purchaseAccepted', quoteId: 'Q-1' } },
  { variant: '', report: { event: 'paidOff' } },
  { variant: '', report: { event: 'approvalMoved', toLeaseId: leaseId('1002003002') } },
];
