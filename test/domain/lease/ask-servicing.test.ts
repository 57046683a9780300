import { happen } from '../../../domain/lease/happen';
import { judge } from '../../../domain/lease/judge';
import type { ServicingReport } from '../../../domain/lease/reports';
import { type LeaseState, newLease, openErrand } from '../../../domain/lease/state';
import { accepted, at, funded, lived, on } from '../../support/lease-fixture';

const NOON = at('2026-03-02T18:00Z');
const LATER = at('2026-03-10T18:00Z');

const REPORTS: readonly ServicingReport[] = [
  { event: 'returnAuthorizationRequested' },
  { event: 'returnSubmitted', returnedOn: on('2026-03-10') },
  { event: 'paymentSubmitted' },
  { event: 'paymentCancelled', paymentId: 'PAY-1' },
  { event: 'purchaseAccepted', quoteId: 'QTE-1' },
  { event: 'paidOff' },
];

const answerTo = (lease: LeaseState, report: ServicingReport): string => {
  const judgement = judge(lease, report, LATER);
  return judgement.outcome === 'refused' ? judgement.code : judgement.outcome;
};

describe('a report on goods or money', () => {
  it.each(REPORTS)('$event of a Funded lease is handed to SQL: no verdict, no version, no line yet', (report) => {
    const before = funded(NOON);
    const judgement = judge(before, report, LATER);
    expect(judgement).toMatchObject({ outcome: 'noted', events: [] });
    expect(judgement.lease).toEqual({ ...before, asked: { event: report.event, at: LATER } });
    expect(openErrand(judgement.lease)).toBe('asking');
  });

  it.each([
    ['a store', accepted(NOON), ['RETURN_NOT_ELIGIBLE', 'RETURN_NOT_ELIGIBLE']],
    ['a web store', accepted(NOON, { isWebStore: true }), ['noted', 'noted']],
  ])('of an undelivered order of %s is about its goods at most', (_, lease, answers) => {
    expect(REPORTS.map((report) => answerTo(lease, report))).toEqual([
      ...answers,
      ...Array<string>(4).fill('ILLEGAL_TRANSITION'),
    ]);
  });

  it('of an ended lease is refused', () => {
    const ended = { ...funded(NOON), servicingEnd: 'returned' as const };
    expect(REPORTS.map((report) => answerTo(ended, report))).toEqual([
      ...['RETURN_NOT_ELIGIBLE', 'RETURN_NOT_ELIGIBLE'],
      ...Array<string>(4).fill('ILLEGAL_TRANSITION'),
    ]);
  });

  it.each([
    ['2026-03-01', undefined, 'RETURN_NOT_ELIGIBLE'],
    ['2026-03-02', undefined, 'noted'],
    ['2026-03-10', undefined, 'noted'],
    ['2026-03-11', undefined, 'RETURN_NOT_ELIGIBLE'],
    ['2026-03-11', '2026-03-09', 'RETURN_NOT_ELIGIBLE'],
    ['2026-03-13', '2026-03-13', 'noted'],
    ['2026-03-14', '2026-03-13', 'RETURN_NOT_ELIGIBLE'],
  ])('that goods delivered on 2026-03-02 came back on %s, the newest run %s: %s', (returnedOn, lastRunOn, verdict) => {
    const run = lastRunOn === undefined ? {} : { lastRunOn: on(lastRunOn) };
    const report: ServicingReport = { event: 'returnSubmitted', returnedOn: on(returnedOn), ...run };
    expect(answerTo(funded(NOON), report)).toBe(verdict);
  });

  it('is answered only when one was asked: an answer to nothing is a defect', () => {
    const answer = { outcome: 'accepted', fact: { kind: 'paid_off' } } as const;
    expect(() => happen(funded(NOON), { event: 'servicingAnswered', answer }, LATER)).toThrow('nobody asked');
  });

  it('meets leases that an older release carried over as not asked and not ended', () => {
    const { asked: _, servicingEnd: __, ...carried } = funded(NOON);
    const lease = { ...newLease(carried.origin, carried.createdAt), ...carried };
    expect(openErrand(lease)).toBeUndefined();
    expect(lived(lease, LATER, { event: 'paymentSubmitted' }).asked?.event).toBe('paymentSubmitted');
  });
});
