import { cents } from '../../../domain/cents';
import { happen } from '../../../domain/lease/happen';
import { judge } from '../../../domain/lease/judge';
import type { Judgement } from '../../../domain/lease/judgement';
import type { DeliveredLine } from '../../../domain/lease/reports';
import type { LeaseState } from '../../../domain/lease/state';
import { accepted, at, card, inContracts, lived, on, signed } from '../../support/lease-fixture';

const SIGNED_AT = at('2026-10-20T18:00Z');
const TODAY_AT = at('2026-11-25T18:00Z');

const deliver = (
  deliveredOn: string,
  lines?: DeliveredLine[],
  lease = accepted(SIGNED_AT),
  when = TODAY_AT,
): Judgement =>
  judge(lease, { event: 'deliveryConfirmed', deliveredOn: on(deliveredOn), ...(lines ? { lines } : {}) }, when);

const answer = (judgement: Judgement): string =>
  judgement.outcome === 'refused' ? judgement.code : judgement.lease.status;
const scheduled = (lease: LeaseState, deliveredOn: string): LeaseState => deliver(deliveredOn, undefined, lease).lease;

describe('delivery dates of scenario 4: signed 2026-10-20, today 2026-11-25', () => {
  it.each([
    ['2026-10-25', 'DELIVERY_DATE_OUT_OF_WINDOW', '31 days back'],
    ['2026-10-26', 'funded', '30 days back'],
    ['2026-11-25', 'funded', 'today'],
    ['2026-11-26', 'lease_accepted', 'tomorrow'],
    ['2026-12-25', 'lease_accepted', '30 days ahead'],
    ['2026-12-26', 'DELIVERY_DATE_OUT_OF_WINDOW', '31 days ahead'],
  ])('%s: %s (%s)', (deliveredOn, expected) => {
    expect(answer(deliver(deliveredOn))).toBe(expected);
  });

  it('a future date is kept, can be moved until it comes, and funds once, on that day', () => {
    const first = deliver('2026-12-01');
    expect(first.lease).toMatchObject({ status: 'lease_accepted', fundingScheduledFor: '2026-12-01', fundedAt: null });
    expect(first.events).toEqual([{ type: 'delivery.scheduled', data: { deliveredOn: '2026-12-01' } }]);

    const moved = scheduled(first.lease, '2026-12-03');
    expect(moved.fundingScheduledFor).toBe('2026-12-03');

    const { lease } = happen(moved, { event: 'fundingFellDue' }, at('2026-12-03T06:00Z'));
    expect(lease).toMatchObject({ status: 'funded', deliveredOn: '2026-12-03', fundedAt: '2026-12-03T06:00:00.000Z' });
    expect(lease.fundingScheduledFor).toBeNull();
  });

  it('goods that came earlier than scheduled fund at once', () => {
    const { lease } = deliver('2026-11-25', undefined, scheduled(accepted(SIGNED_AT), '2026-12-01'));
    expect(lease).toMatchObject({ status: 'funded', deliveredOn: '2026-11-25', fundingScheduledFor: null });
  });

  it('"today" is the day on the wall of the store, not in Greenwich', () => {
    const lateEvening = at('2026-11-26T05:59Z');
    expect(answer(deliver('2026-11-25', undefined, accepted(SIGNED_AT), lateEvening))).toBe('funded');
    expect(answer(deliver('2026-11-26', undefined, accepted(SIGNED_AT), lateEvening))).toBe('lease_accepted');
  });
});

describe('a delivery', () => {
  const signedThisWeek = accepted(at('2026-11-23T18:00Z'));

  it('lies on the day of the signature or later', () => {
    expect(answer(deliver('2026-11-22', undefined, signedThisWeek))).toBe('DELIVERED_BEFORE_SIGNED');
    expect(answer(deliver('2026-11-23', undefined, signedThisWeek))).toBe('funded');
  });

  it('both too old and before the signature is told of the window first', () => {
    expect(answer(deliver('2026-10-20', undefined, signedThisWeek))).toBe('DELIVERY_DATE_OUT_OF_WINDOW');
  });

  const sofa = { lineNumber: 1, quantity: 1 };
  const table = { lineNumber: 2, quantity: 1 };
  it.each<[string, DeliveredLine[], string]>([
    ['both lines', [sofa, table], 'funded'],
    ['both lines, the other way round', [table, sofa], 'funded'],
    ['the sofa alone (scenario 3)', [sofa], 'PARTIAL_DELIVERY'],
    ['nothing', [], 'PARTIAL_DELIVERY'],
    ['a second table', [sofa, table, table], 'PARTIAL_DELIVERY'],
    ['a line nobody ordered', [sofa, table, { lineNumber: 3, quantity: 1 }], 'PARTIAL_DELIVERY'],
    ['a table and minus one sofa', [{ lineNumber: 1, quantity: -1 }, table], 'PARTIAL_DELIVERY'],
  ])('of %s is answered', (_, lines, expected) => {
    expect(answer(deliver('2026-11-25', lines))).toBe(expected);
  });

  it('is the whole order or nothing: a refused part leaves nothing payable (scenario 3)', () => {
    const before = accepted(SIGNED_AT);
    const refusal = deliver('2026-11-25', [sofa], before);
    expect(refusal.lease).toBe(before);
    const { lease } = deliver('2026-11-27', [sofa, table], before, at('2026-11-27T18:00Z'));
    expect(lease).toMatchObject({ status: 'funded', deliveredOn: '2026-11-27' });
  });

  it('counts a line that is delivered in pieces', () => {
    const lease = { ...accepted(SIGNED_AT) };
    const contract = lease.contract && { ...lease.contract, lines: [{ lineNumber: 1, quantity: 3 }] };
    const pieces = [
      { lineNumber: 1, quantity: 1 },
      { lineNumber: 1, quantity: 2 },
    ];
    expect(answer(deliver('2026-11-25', pieces, { ...lease, contract }))).toBe('funded');
    expect(answer(deliver('2026-11-25', pieces.slice(1), { ...lease, contract }))).toBe('PARTIAL_DELIVERY');
  });

  it('is not OK while the card was declined (scenario 2), and leaves the lease as it was', () => {
    const signing = lived(inContracts(SIGNED_AT), SIGNED_AT, signed(1));
    const declined = happen(
      signing,
      { event: 'cardAnswered', outcome: 'declined', captureReference: '' },
      SIGNED_AT,
    ).lease;
    const refusal = deliver('2026-11-25', undefined, declined);
    expect(answer(refusal)).toBe('NOT_OK_TO_DELIVER');
    expect(refusal.lease).toBe(declined);
  });

  it('is told to the timeline with the day, before the change of status', () => {
    expect(deliver('2026-11-25').events).toEqual([
      { type: 'delivery.confirmed', data: { deliveredOn: '2026-11-25' } },
      { type: 'lease.funded' },
    ]);
  });

  it('is not needed where customers always carry the goods away: the day of the signature counts (T23)', () => {
    const { lease } = happen(accepted(SIGNED_AT), { event: 'goodsTaken' }, at('2026-10-21T06:30Z'));
    expect(lease).toMatchObject({ status: 'funded', deliveredOn: '2026-10-20', fundedAt: '2026-10-21T06:30:00.000Z' });
  });

  it('of a lease signed before midnight and captured after it may still be dated on the evening of the signature', () => {
    const lateAt = at('2026-11-24T05:59Z');
    const signing = lived(inContracts(lateAt), lateAt, signed(1));
    const captured = lived(signing, at('2026-11-24T06:01Z'), card('captured'), { event: 'acceptancePassed' });
    expect(captured.signedOn).toBe('2026-11-23');
    expect(answer(deliver('2026-11-23', undefined, captured))).toBe('funded');
  });
});

describe('a file that says what was delivered', () => {
  const told = (invoiceTotalCents: number, deliveredOn = '2026-11-25') =>
    answer(
      judge(
        accepted(SIGNED_AT),
        { event: 'deliveryConfirmed', deliveredOn: on(deliveredOn), invoiceTotalCents: cents(invoiceTotalCents) },
        TODAY_AT,
      ),
    );

  it('funds for exactly that amount and no other, whatever became of the invoice meanwhile', () => {
    expect(told(100_000)).toBe('funded');
    expect(told(99_999)).toBe('INVOICE_TOTAL_MISMATCH');
    expect(told(100_001, '2026-10-01')).toBe('INVOICE_TOTAL_MISMATCH');
  });
});
