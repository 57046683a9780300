import { addDays } from '../../../domain/calendar-date';
import type { Judgement } from '../../../domain/lease/judgement';
import { judge } from '../../../domain/lease/judge';
import type { DeliveredLine, Report } from '../../../domain/lease/reports';
import { shipmentId, unshipped } from '../../../domain/lease/shipments';
import type { LeaseState } from '../../../domain/lease/state';
import {
  accepted,
  approved,
  at,
  funded,
  inContracts,
  invoiceOf,
  line,
  lived,
  on,
  rendered,
  signed,
  card,
} from '../../support/lease-fixture';

const NOON = at('2026-03-02T18:00Z');
const TODAY = on('2026-03-02');
const [SOFA, TABLE] = [
  { lineNumber: 1, quantity: 1 },
  { lineNumber: 2, quantity: 1 },
];

const sent = (lines: DeliveredLine[], deliveredOn?: string): Report => ({
  event: 'shipmentReported',
  lines,
  ...(deliveredOn ? { deliveredOn: on(deliveredOn) } : {}),
});
const arrived = (lease: LeaseState, number: number, deliveredOn: string): Report => ({
  event: 'shipmentDelivered',
  shipmentId: shipmentId(lease, number),
  deliveredOn: on(deliveredOn),
});
const types = ({ events }: Judgement) => events.map(({ type }) => type);
const codeOf = (judgement: Judgement) => (judgement.outcome === 'refused' ? judgement.code : judgement.outcome);

describe('an order that leaves in parts', () => {
  const lease = accepted(NOON);

  it('is not funded while a part is outstanding, though the rest has arrived', () => {
    const judgement = judge(lease, sent([SOFA], TODAY), NOON);
    expect(judgement).toMatchObject({ outcome: 'accepted', lease: { status: 'lease_accepted', fundedAt: null } });
    expect(judgement.events).toEqual([
      { type: 'shipment.reported', data: { shipmentId: 'shp_1002003001_1_1', outstanding: [TABLE] } },
    ]);
  });

  it('is funded by the last part, with the latest date, whichever was reported last', () => {
    const later = at('2026-03-10T18:00Z');
    const before = lived(lease, NOON, sent([SOFA]), sent([TABLE], '2026-03-02'));
    const judgement = judge(before, arrived(before, 1, '2026-03-09'), later);
    expect(judgement.lease).toMatchObject({ status: 'funded', deliveredOn: '2026-03-09', fundedAt: later });
    expect(types(judgement)).toEqual(['shipment.delivered', 'delivery.confirmed', 'lease.funded']);

    const reversed = lived(lease, NOON, sent([SOFA]), sent([TABLE], '2026-03-11'));
    expect(judge(reversed, arrived(reversed, 1, '2026-03-09'), later).lease).toMatchObject({
      status: 'lease_accepted',
      fundingScheduledFor: '2026-03-11',
    });
  });

  it('is scheduled when its last part comes on a day ahead, and may be moved until then', () => {
    const before = lived(lease, NOON, sent([SOFA], '2026-03-04'), sent([TABLE], '2026-03-05'));
    expect(before.fundingScheduledFor).toBe('2026-03-05');
    expect(judge(before, arrived(before, 2, '2026-03-20'), NOON).lease.fundingScheduledFor).toBe('2026-03-20');
    const early = lived(before, NOON, arrived(before, 1, TODAY));
    expect(judge(early, arrived(early, 2, TODAY), NOON).lease).toMatchObject({ status: 'funded', deliveredOn: TODAY });
  });

  it('counts pieces, not lines: two of three chairs are not the chairs', () => {
    const chairs = [line(1, 20_000, { quantity: 3 }), line(2, 30_000)];
    const chairLease = lived(
      approved(NOON),
      NOON,
      { event: 'invoiceSubmitted', invoice: invoiceOf(chairs) },
      ...[rendered(1), signed(1), card('captured')],
      { event: 'acceptancePassed' },
    );
    const two = lived(chairLease, NOON, sent([{ lineNumber: 1, quantity: 2 }, TABLE], TODAY));
    expect(two.status).toBe('lease_accepted');
    expect(unshipped(two)).toEqual([{ lineNumber: 1, quantity: 1 }]);
    expect(codeOf(judge(two, sent([{ lineNumber: 1, quantity: 2 }], TODAY), NOON))).toBe('SHIPMENT_EXCEEDS_ORDER');
    expect(judge(two, sent([SOFA], TODAY), NOON).lease.status).toBe('funded');
  });

  it.each<[string, (of: LeaseState) => Report, string]>([
    ['a line that was not ordered', () => sent([{ lineNumber: 9, quantity: 1 }]), 'SHIPMENT_EXCEEDS_ORDER'],
    ['more than was ordered', () => sent([{ lineNumber: 1, quantity: 2 }]), 'SHIPMENT_EXCEEDS_ORDER'],
    ['a line twice', () => sent([SOFA, SOFA]), 'DUPLICATE_LINE'],
    ['31 days ahead', () => sent([SOFA], addDays(TODAY, 31)), 'DELIVERY_DATE_OUT_OF_WINDOW'],
    ['before the signature', () => sent([SOFA], addDays(TODAY, -1)), 'DELIVERED_BEFORE_SIGNED'],
    ['an unknown shipment', (of) => arrived(of, 2, TODAY), 'NOT_FOUND'],
    ['a known one, 31 days ahead', (of) => arrived(of, 1, addDays(TODAY, 31)), 'DELIVERY_DATE_OUT_OF_WINDOW'],
  ])('%s is refused, and nothing changes', (_what, report, code) => {
    const before = lived(lease, NOON, sent([TABLE]));
    const judgement = judge(before, report(before), NOON);
    expect(codeOf(judgement)).toBe(code);
    expect(judgement.lease).toEqual(before);
  });

  it('is not cancelled any more once something left the store', () => {
    expect(codeOf(judge(lease, { event: 'contractCancelled' }, NOON))).toBe('accepted');
    const shipped = lived(lease, NOON, sent([SOFA]));
    expect(codeOf(judge(shipped, { event: 'contractCancelled' }, NOON))).toBe('ILLEGAL_TRANSITION');
  });

  it('leaves nothing of its parts behind in a Funded lease, nor in the next order', () => {
    const before = lived(lease, NOON, sent([SOFA]), sent([TABLE]));
    expect(lived(before, NOON, { event: 'deliveryConfirmed', deliveredOn: TODAY }).status).toBe('funded');
    expect(funded(NOON).shipments).toBeNull();
  });

  it('has no shipments before it is signed and paid, nor once it is Funded', () => {
    expect(codeOf(judge(inContracts(NOON), sent([SOFA]), NOON))).toBe('NOT_OK_TO_DELIVER');
    expect(codeOf(judge(funded(NOON), sent([SOFA]), NOON))).toBe('ILLEGAL_TRANSITION');
  });
});
