import { readReport } from '../../../domain/lease/read-report';
import type { ReportEvent } from '../../../domain/lease/reports';

const BY = { messageId: 'msg_1', requestId: 'req-1', actor: 'retailer:key_1', channel: 'api' };
const LINE = { lineNumber: 1, category: 'furniture', quantity: 1, priceEachCents: 100, lineTotalCents: 100 };
const INVOICE = { invoiceTotalCents: 100, deliveryState: 'TX', lines: [LINE] };

const WHOLE: [ReportEvent, object][] = [
  ['invoiceSubmitted', { invoice: INVOICE }],
  ['invoiceSubmitted', { invoice: { invoiceTotalCents: 100, lines: [LINE] } }],
  ['agreementSigned', { round: 1, agreementSha256: 'ab' }],
  ['deliveryConfirmed', { deliveredOn: '2026-11-24' }],
  ['deliveryConfirmed', { deliveredOn: '2026-11-24', lines: [{ lineNumber: 1, quantity: 2 }] }],
  ['contractCancelled', {}],
  ['reviewOpened', {}],
  ['reviewClosed', { decision: 'approved', approvalLimitCents: 1 }],
  ['documentsReceived', { decision: 'denied' }],
  ['reinstated', {}],
  ['approvalMoved', { toLeaseId: '1002003001' }],
  ['returnAuthorizationRequested', {}],
  ['returnSubmitted', { returnedOn: '2026-11-24' }],
  ['returnSubmitted', { returnedOn: '2026-11-24', lastRunOn: '2026-11-25' }],
  ['paymentSubmitted', {}],
  ['paymentCancelled', { paymentId: 'PAY-1' }],
  ['purchaseAccepted', { quoteId: 'QTE-1' }],
  ['paidOff', {}],
];

const BROKEN: [ReportEvent, unknown][] = [
  ['invoiceSubmitted', {}],
  ['invoiceSubmitted', { invoice: { ...INVOICE, invoiceTotalCents: 99.5 } }],
  ['invoiceSubmitted', { invoice: { ...INVOICE, lines: [] } }],
  ['invoiceSubmitted', { invoice: { ...INVOICE, lines: [{ ...LINE, category: 'boat' }] } }],
  ['invoiceSubmitted', { invoice: { ...INVOICE, lines: [{ ...LINE, quantity: 0 }] } }],
  ['invoiceSubmitted', { invoice: { ...INVOICE, lines: [{ ...LINE, priceEachCents: -1 }] } }],
  ['agreementSigned', { round: '1', agreementSha256: 'ab' }],
  ['agreementSigned', { round: 1 }],
  ['deliveryConfirmed', {}],
  ['deliveryConfirmed', { deliveredOn: '2026-02-30' }],
  ['deliveryConfirmed', { deliveredOn: '2026-11-24', lines: 'all' }],
  ['reviewClosed', { decision: 'perhaps' }],
  ['documentsReceived', { decision: 'approved', approvalLimitCents: -5 }],
  ['approvalMoved', { toLeaseId: 'next' }],
  ['returnSubmitted', {}],
  ['returnSubmitted', { returnedOn: '2026-02-30' }],
  ['returnSubmitted', { returnedOn: '2026-11-24', lastRunOn: 'yesterday' }],
  ['paymentCancelled', {}],
  ['purchaseAccepted', { quoteId: '' }],
];

describe('a Signal', () => {
  it.each(WHOLE)('that is a whole %s is read as one', (event, fields) => {
    expect(readReport(event, { ...BY, ...fields })).toEqual({ by: BY, report: { event, ...fields } });
  });

  it('is the report its name says, whatever its payload calls itself', () => {
    const read = readReport('contractCancelled', { ...BY, event: 'invoiceSubmitted' });
    expect(read?.report.event).toBe('contractCancelled');
  });

  it.each(BROKEN)('that is a broken %s is no report: %j', (event, fields) => {
    expect(readReport(event, { ...BY, ...(fields as object) })).toBeUndefined();
  });

  it.each([null, 'text', 7, {}, { messageId: 'msg_1' }, { ...BY, actor: 5 }, { ...BY, requestId: '' }])(
    'without its envelope is no report: %j',
    (payload) => {
      expect(readReport('contractCancelled', payload)).toBeUndefined();
    },
  );
});
