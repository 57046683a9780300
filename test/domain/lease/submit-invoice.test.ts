import { cents } from '../../../domain/cents';
import type { ItemCategory } from '../../../domain/invoice';
import { ITEM_CATEGORIES } from '../../../domain/invoice';
import { judge } from '../../../domain/lease/judge';
import type { LeaseOrigin } from '../../../domain/lease/state';
import { approved, at, inContracts, invoiceOf, line, lived, ORIGIN, SOFA_AND_TABLE } from '../../support/lease-fixture';

const APPROVED_AT = at('2026-03-02T18:00Z');
const AT = at('2026-03-10T18:00Z');

/** What an Approved lease for 1,200.00 in Texas answers: `accepted` or the code. */
function answer(invoice: ReturnType<typeof invoiceOf>, origin: Partial<LeaseOrigin> = {}): string {
  const judgement = judge(approved(APPROVED_AT, origin), { event: 'invoiceSubmitted', invoice }, AT);
  return judgement.outcome === 'refused' ? judgement.code : judgement.outcome;
}

describe('the cart rules of scenario 6, with an approval of 1,200.00', () => {
  const three = { quantity: 3, priceEachCents: cents(33_333) };

  it('take 3 × 333.33 as 999.99, and not as 1,000.00', () => {
    expect(answer(invoiceOf([line(1, 33_333, { ...three, lineTotalCents: cents(99_999) })]))).toBe('accepted');
    expect(answer(invoiceOf([line(1, 33_333, { ...three, lineTotalCents: cents(100_000) })]))).toBe(
      'LINE_TOTAL_MISMATCH',
    );
  });

  it.each([-1, 1])('refuse a total %i cent off its lines', (offCents) => {
    const invoiceTotalCents = cents(100_000 + offCents);
    expect(answer({ ...SOFA_AND_TABLE, invoiceTotalCents })).toBe('INVOICE_TOTAL_MISMATCH');
  });

  it('take 1,200.00 and refuse 1,200.01', () => {
    expect(answer(invoiceOf([line(1, 120_000)]))).toBe('accepted');
    expect(answer(invoiceOf([line(1, 120_001)]))).toBe('AMOUNT_EXCEEDS_APPROVAL');
  });

  it.each(['MN', 'NJ', 'VT', 'WI', 'WY'])('refuse goods that go to %s', (deliveryState) => {
    expect(answer({ ...SOFA_AND_TABLE, deliveryState })).toBe('STATE_NOT_SERVED');
  });

  it('refuse a program whose price the law of the place of delivery forbids', () => {
    const terms = { ...ORIGIN.terms, totalToOwnBps: 22_500 };
    expect(answer({ ...SOFA_AND_TABLE, deliveryState: 'OH' }, { terms })).toBe('PRICE_CAP_EXCEEDED');
    expect(answer({ ...SOFA_AND_TABLE, deliveryState: 'CA' }, { terms })).toBe('accepted');
  });

  it.each(['CA', 'IN', 'NY'])('refuse service plans and warranties in a store in %s, and on the way there', (state) => {
    for (const category of ['service_plan', 'warranty'] as const) {
      const invoice = invoiceOf([line(1, 70_000), line(2, 30_000, { category })]);
      expect(answer(invoice, { storeState: state })).toBe('ITEM_NOT_LEASABLE');
      expect(answer({ ...invoice, deliveryState: state })).toBe('ITEM_NOT_LEASABLE');
      expect(answer(invoice)).toBe('accepted');
    }
  });

  it('refuse sales tax, gift cards and financing fees everywhere, and take every other category in Texas', () => {
    const taken = ITEM_CATEGORIES.filter(
      (category) => answer(invoiceOf([line(1, 70_000, { category })])) === 'accepted',
    );
    const never: ItemCategory[] = ['tax', 'gift_card', 'financing_fee'];
    expect(taken).toEqual(ITEM_CATEGORIES.filter((category) => !never.includes(category)));
    for (const category of never) expect(answer(invoiceOf([line(1, 70_000, { category })]))).toBe('ITEM_NOT_LEASABLE');
  });
});

describe('an invoice', () => {
  it('keeps between the limits of the merchant, both included', () => {
    const terms = { ...ORIGIN.terms, minInvoiceCents: cents(15_000), maxInvoiceCents: cents(90_000) };
    const of = (amountCents: number): string => answer(invoiceOf([line(1, amountCents)]), { terms });
    expect([of(14_999), of(15_000), of(90_000), of(90_001)]).toEqual([
      'BELOW_MINIMUM',
      'accepted',
      'accepted',
      'ABOVE_MAXIMUM',
    ]);
  });

  it('names each line once', () => {
    expect(answer(invoiceOf([line(1, 70_000), line(1, 30_000)]))).toBe('DUPLICATE_LINE');
  });

  it('is told its first fault in the order a store would mend them: arithmetic, goods, place, amount', () => {
    const tax = line(1, 150_000, { category: 'tax' });
    const miscounted = { ...invoiceOf([tax]), invoiceTotalCents: cents(1), deliveryState: 'MN' };
    expect(answer(miscounted)).toBe('INVOICE_TOTAL_MISMATCH');
    expect(answer({ ...invoiceOf([tax]), deliveryState: 'MN' })).toBe('ITEM_NOT_LEASABLE');
    expect(answer({ ...invoiceOf([line(1, 150_000)]), deliveryState: 'MN' })).toBe('STATE_NOT_SERVED');
    expect(answer(invoiceOf([line(1, 150_000)]))).toBe('AMOUNT_EXCEEDS_APPROVAL');
  });

  it('goes to the customer unless it says otherwise', () => {
    expect(answer(SOFA_AND_TABLE, { homeState: 'MN' })).toBe('STATE_NOT_SERVED');
    expect(answer({ ...SOFA_AND_TABLE, deliveryState: 'TX' }, { homeState: 'MN' })).toBe('accepted');
  });

  it('that cannot be split into payments is refused in words, not with a crash', () => {
    const terms = { ...ORIGIN.terms, minInvoiceCents: cents(0), initialPaymentCents: cents(0) };
    expect(answer(invoiceOf([line(1, 5)]), { terms })).toBe('AMOUNT_TOO_SMALL');
  });

  it('opens contracts priced by example A: 1,000.00 for 2,000.00, 49.00 at signing, 25 × 75.04 and 75.00', () => {
    const { contract } = inContracts(APPROVED_AT);
    expect(contract).toMatchObject({ round: 1, invoiceTotalCents: 100_000, deliveryState: 'TX' });
    expect(contract?.pricing).toMatchObject({
      totalToOwnCents: 200_000,
      initialPaymentCents: 4_900,
      numberOfPayments: 26,
      paymentCents: 7_504,
      lastPaymentCents: 7_500,
    });
    expect(contract?.lines).toEqual([
      { lineNumber: 1, quantity: 1 },
      { lineNumber: 2, quantity: 1 },
    ]);
  });

  it('may be signed for 60 days: until 00:00 store time of day 61', () => {
    const submitted = lived(approved(APPROVED_AT), APPROVED_AT, { event: 'invoiceSubmitted', invoice: SOFA_AND_TABLE });
    expect(submitted.contract?.expiresAt).toBe('2026-05-02T05:00:00.000Z');
  });

  it.each([
    ['2026-03-31T18:00Z', '2026-05-31T05:00:00.000Z', 'day 29: its own 60 days'],
    ['2026-04-01T18:00Z', '2026-06-01T05:00:00.000Z', 'day 30: 60 days and approval end together'],
    ['2026-05-31T18:00Z', '2026-06-01T05:00:00.000Z', 'day 90: the approval ends first'],
  ])('submitted at %s may be signed until %s (%s)', (submittedAt, expiresAt) => {
    const lease = lived(approved(APPROVED_AT), at(submittedAt), { event: 'invoiceSubmitted', invoice: SOFA_AND_TABLE });
    expect(lease.contract?.expiresAt).toBe(expiresAt);
  });

  it('replaced before it is signed starts its 60 days again, in a new round without an agreement yet', () => {
    const before = inContracts(APPROVED_AT);
    const judgement = judge(before, { event: 'invoiceSubmitted', invoice: invoiceOf([line(1, 50_000)]) }, AT);
    expect(judgement.outcome).toBe('accepted');
    expect(judgement.lease).toMatchObject({ status: 'contracts', roundCount: 2, version: before.version + 1 });
    expect(judgement.lease.contract).toMatchObject({
      round: 2,
      agreementSha256: null,
      expiresAt: '2026-05-10T05:00:00.000Z',
    });
    expect(judgement.events).toEqual([{ type: 'invoice.replaced', data: { round: 2, invoiceTotalCents: 50_000 } }]);
  });

  it('is told to the timeline once, with the change of status', () => {
    const { events } = judge(approved(APPROVED_AT), { event: 'invoiceSubmitted', invoice: SOFA_AND_TABLE }, AT);
    expect(events).toEqual([
      { type: 'invoice.submitted', data: { round: 1, invoiceTotalCents: 100_000 } },
      { type: 'lease.contracts' },
    ]);
  });
});
