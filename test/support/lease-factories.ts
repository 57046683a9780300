import { type CalendarDate, calendarDate } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId, merchantId, messageId, storeId } from '../../domain/ids';
import type { Invoice, InvoiceLine } from '../../domain/invoice';
import type { Envelope } from '../../domain/lease/recording';
import type { LeaseOrigin } from '../../domain/lease/state';
import type { LeaseApplication } from '../../workflows/lease/messages';

let count = 0;

/** A name nobody else in this process has, readable in a failed test. */
const next = (kind: string): string => `${kind}-${(count += 1)}`;

export function anEnvelope(id: string = next('message')): Envelope {
  return { messageId: messageId(id), requestId: `request-of-${id}`, actor: 'merchant:M-1', channel: 'api' };
}

/** A lease of a store in Texas on the terms of example A (domain.md 3.1): 1,000.00 cash, 49.00 initial payment. */
export function anApplication(origin: Partial<LeaseOrigin> = {}): LeaseApplication {
  count += 1;
  return {
    by: anEnvelope(),
    origin: {
      leaseId: leaseId(String(1_002_003_000 + count)),
      merchantId: merchantId('M-1'),
      storeId: storeId('S-1'),
      storeState: 'TX',
      homeState: 'TX',
      payFrequency: 'biWeekly',
      customerTakesGoods: false,
      terms: {
        totalToOwnBps: 20_000,
        initialPaymentCents: cents(4_900),
        minInvoiceCents: cents(20_000),
        maxInvoiceCents: cents(500_000),
        termMonths: 12,
      },
      ...origin,
    },
  };
}

export function aLine(line: Partial<InvoiceLine> = {}): InvoiceLine {
  const priceEachCents = line.priceEachCents ?? cents(70_000);
  const quantity = line.quantity ?? 1;
  return {
    lineNumber: 1,
    category: 'furniture',
    quantity,
    priceEachCents,
    lineTotalCents: cents(priceEachCents * quantity),
    ...line,
  };
}

/** A sofa for 700.00 and a table for 300.00 (scenario 3). */
export function anInvoice(
  lines: InvoiceLine[] = [aLine(), aLine({ lineNumber: 2, priceEachCents: cents(30_000) })],
): Invoice {
  const invoiceTotalCents = cents(lines.reduce((total, { lineTotalCents }) => total + lineTotalCents, 0));
  return { invoiceTotalCents, lines };
}

/** The signature under the agreement that {@link agreementHashOf} stands for. */
export function aSignature(id: string, round = 1): { round: number; agreementSha256: string } {
  return { round, agreementSha256: agreementHashOf(id, round) };
}

/** What the diary's SQL answers in place of a rendered agreement's hash. */
export const agreementHashOf = (id: string, round: number): string => `agreement-${id}-${round}`;

export function aDelivery(deliveredOn: string): { deliveredOn: CalendarDate } {
  return { deliveredOn: calendarDate(deliveredOn) };
}
