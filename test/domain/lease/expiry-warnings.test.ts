import { happen } from '../../../domain/lease/happen';
import { nextWarning } from '../../../domain/lease/expiry-warnings';
import { accepted, approved, at, inContracts, lived } from '../../support/lease-fixture';

const START = at('2026-03-02T18:00Z');
const WARNED = { warnsOfExpiry: true } as const;
/** 00:00 Central time, 14, 7 and 1 days before the first day on which the approval is over. */
const WARNINGS = ['2026-05-18T05:00:00.000Z', '2026-05-25T05:00:00.000Z', '2026-05-31T05:00:00.000Z'];
const EXPIRES_AT = '2026-06-01T05:00:00.000Z';

const told = (lease: Parameters<typeof happen>[0], when: string) =>
  happen(lease, { event: 'expiryNeared' }, at(when)).events;

describe('before an approval runs out', () => {
  const lease = approved(START, WARNED);

  it('warnings are due 14, 7 and 1 days before its end, at midnight of the store', () => {
    const first = nextWarning(lease, START);
    const second = nextWarning(lease, at('2026-05-18T05:00Z'));
    const third = nextWarning(lease, at('2026-05-25T05:00Z'));
    expect([first, second, third].map((warning) => warning?.at)).toEqual(WARNINGS);
    expect([first, second, third].map((warning) => warning?.daysLeft)).toEqual([14, 7, 1]);
    expect(nextWarning(lease, at('2026-05-31T05:00Z'))).toBeNull();
  });

  it('each is told with the days that are left, and changes nothing else', () => {
    expect(told(lease, '2026-05-18T05:00Z')).toEqual([
      { type: 'approval.expiring', data: { daysLeft: 14, expiresAt: EXPIRES_AT } },
    ]);
    expect(happen(lease, { event: 'expiryNeared' }, at('2026-05-18T05:00Z')).lease).toEqual(lease);
  });

  it('one that an outage held up tells the truth of the day on which it is told', () => {
    expect(told(lease, '2026-05-29T12:00Z')).toEqual([
      { type: 'approval.expiring', data: { daysLeft: 7, expiresAt: EXPIRES_AT } },
    ]);
  });

  it('an order that was called off late is warned of what is still to come only', () => {
    const late = at('2026-05-20T18:00Z');
    const again = lived(accepted(late, WARNED), late, { event: 'contractCancelled' }, { event: 'refunded' });
    expect(nextWarning(lived(lease, late), late)?.at).toBe(WARNINGS[1]);
    expect(again.status).toBe('approved');
  });

  it('contracts have warnings of their own', () => {
    const contracts = inContracts(START, WARNED);
    expect(contracts.contract?.expiresAt).toBe('2026-05-02T05:00:00.000Z');
    expect(nextWarning(contracts, START)).toEqual({ at: '2026-04-18T05:00:00.000Z', daysLeft: 14 });
    expect(told(contracts, '2026-05-01T05:00Z')).toEqual([
      { type: 'contract.expiring', data: { daysLeft: 1, expiresAt: '2026-05-02T05:00:00.000Z' } },
    ]);
  });

  it('a signed lease, and one that is older than warnings, has none', () => {
    expect(nextWarning(accepted(START, WARNED), START)).toBeNull();
    expect(nextWarning(approved(START), START)).toBeNull();
  });
});
