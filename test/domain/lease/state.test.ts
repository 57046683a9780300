import { carriedLease, mustWait, newLease, openErrand } from '../../../domain/lease/state';
import {
  accepted,
  applied,
  approved,
  at,
  card,
  inContracts,
  lived,
  signed,
  SOFA_AND_TABLE,
} from '../../support/lease-fixture';

const AT = at('2026-03-10T18:00Z');
const invoiced = lived(approved(AT), AT, { event: 'invoiceSubmitted', invoice: SOFA_AND_TABLE });

describe('what a lease must do before it hears anything else', () => {
  it.each([
    ['charge the card of a signature', lived(inContracts(AT), AT, signed(1)), 'capture'],
    ['pass acceptance', lived(inContracts(AT), AT, signed(1), card('captured')), 'acceptance'],
    ['give back the money of a cancelled order', lived(accepted(AT), AT, { event: 'contractCancelled' }), 'refund'],
    ['fund goods that are always taken', accepted(AT, { customerTakesGoods: true }), 'handover'],
    ['open a Funded lease', lived(accepted(AT), AT, { event: 'goodsTaken' }), 'opening'],
  ])('%s', (_, lease, errand) => {
    expect(openErrand(lease)).toBe(errand);
    expect(mustWait(lease, 'contractCancelled')).toBe(true);
    expect(mustWait(lease, 'deliveryConfirmed')).toBe(true);
  });

  it.each([
    ['an application', applied(AT)],
    ['an approval', approved(AT)],
    ['an accepted lease that waits for its delivery', accepted(AT)],
    ['an opened one', lived(accepted(AT), AT, { event: 'goodsTaken' }, { event: 'opened' })],
  ])('nothing: %s', (_, lease) => {
    expect(openErrand(lease)).toBeUndefined();
    expect(mustWait(lease, 'deliveryConfirmed')).toBe(false);
  });

  it('a signature, and no other report, waits until the lease has heard of the agreement the customer reads', () => {
    expect(mustWait(invoiced, 'agreementSigned')).toBe(true);
    expect(mustWait(invoiced, 'contractCancelled')).toBe(false);
    expect(mustWait(inContracts(AT), 'agreementSigned')).toBe(false);
    expect(mustWait(approved(AT), 'agreementSigned')).toBe(false);
  });
});

describe('a lease that continues as new', () => {
  it.each([
    ['on its first day', applied(AT)],
    ['in Contracts', inContracts(AT)],
    ['Funded', lived(accepted(AT), AT, { event: 'goodsTaken' }, { event: 'opened' })],
  ])('is whole again %s', (_, lease) => {
    const carried = JSON.parse(JSON.stringify(carriedLease(lease)));
    expect({ ...newLease(carried.origin, carried.createdAt), ...carried }).toEqual(lease);
  });

  it('carries only what is not as on its first day', () => {
    const fields = Object.keys(carriedLease(approved(AT))).sort();
    expect(fields).toEqual(['approval', 'clock', 'createdAt', 'origin', 'proposedLimitCents', 'status', 'version']);
  });
});
