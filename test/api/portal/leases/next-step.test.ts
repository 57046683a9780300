import { deskActions } from '../../../../api/portal/leases/actions';
import { nextStep } from '../../../../api/portal/leases/next-step';
import { nextStepText } from '../../../../api/portal/leases/next-step-words';
import { STATUS_WORDS } from '../../../../api/portal/leases/status-words';
import { calendarDate, instant } from '../../../../domain/calendar-date';
import {
  FUNDING_STATES,
  LEASE_STATUSES,
  type LeaseStatus,
  SERVICING_STATES,
  type ServicingState,
} from '../../../../domain/lease-status';
import type { LeaseView } from '../../../../domain/lease-view';
import { leaseView } from '../../support/fake-ports';
import { deskLease, FUNDED, TO_DELIVER } from './support/desk-world';

const kindOf = (lease: Partial<LeaseView>, desk = {}) => nextStep(leaseView(lease), deskLease(desk)).kind;
const actionsOf = (lease: Partial<LeaseView>, desk = {}) => deskActions(leaseView(lease), deskLease(desk));

describe('the next step of a lease', () => {
  it.each(LEASE_STATUSES)('is said for %s in both languages, and not in the same words', (status) => {
    const [english, spanish] = (['en', 'es'] as const).map((language) =>
      nextStepText(nextStep(leaseView({ status }), deskLease()), language),
    );
    expect(english?.length).toBeGreaterThan(10);
    expect(spanish?.length).toBeGreaterThan(10);
    expect(english).not.toBe(spanish);
  });

  it.each(FUNDING_STATES)('is said for a Funded lease whose money is %s', (fundingState) => {
    const step = nextStep(leaseView({ ...FUNDED, fundingState }), deskLease());
    for (const language of ['en', 'es'] as const) expect(nextStepText(step, language).length).toBeGreaterThan(10);
  });

  it('names the last day on which it can be done, by the store’s own calendar', () => {
    // 06:00 UTC is midnight in Dallas: the day before is the last one.
    const approvalExpiresAt = instant(Date.UTC(2027, 1, 22, 6));
    const step = nextStep(leaseView({ status: 'approved', approvalExpiresAt }), deskLease());
    expect(nextStepText(step, 'en')).toBe('Enter the order, until February 21, 2027 at the latest.');
    expect(nextStepText(step, 'es')).toBe('Registre el pedido, a más tardar el 21 de febrero de 2027.');
  });

  it('is delivery only when the goods may go', () => {
    expect(kindOf(TO_DELIVER)).toBe('deliver');
    expect(kindOf({ ...TO_DELIVER, isOkToDeliver: false })).toBe('wait_for_payment');
    expect(kindOf(TO_DELIVER, { isBlocked: true })).toBe('call_support');
    expect(kindOf(TO_DELIVER, { isOverdue: true })).toBe('deliver_overdue');
    expect(kindOf({ ...TO_DELIVER, fundingScheduledFor: calendarDate('2026-12-01') })).toBe('wait_for_delivery_date');
    expect(
      kindOf(TO_DELIVER, { shipments: [{ shipmentId: 's', lines: [], shippedOn: null, deliveredOn: null }] }),
    ).toBe('deliver_rest');
  });

  it('names the day of the money where it is known', () => {
    const step = nextStep(leaseView(FUNDED), deskLease());
    expect(nextStepText(step, 'en', 'November 27, 2026')).toBe('Nothing: we pay you on November 27, 2026.');
    expect(nextStepText(step, 'en')).toBe('Nothing: we pay you with the next funding run.');
  });
});

describe('what is offered for a lease', () => {
  it('is what its status allows', () => {
    const offered = Object.fromEntries(
      LEASE_STATUSES.map((status) => [status, actionsOf({ status, isOkToDeliver: status === 'lease_accepted' })]),
    );
    expect(offered).toEqual({
      ...Object.fromEntries(NOTHING.map((status) => [status, []])),
      approved: ['enter_order'],
      contracts: ['show_signing', 'enter_order', 'cancel'],
      contracts_received: ['cancel'],
      lease_accepted: ['deliver', 'cancel'],
      funded: ['return', 'lower_price'],
    });
  });

  it('is no delivery before the money is in, no cancellation of a shipped order, and nothing while blocked', () => {
    expect(actionsOf({ ...TO_DELIVER, isOkToDeliver: false })).toEqual(['cancel']);
    expect(actionsOf(TO_DELIVER, { shipments: [{}] })).toEqual(['deliver']);
    expect(actionsOf(TO_DELIVER, { isBlocked: true })).toEqual([]);
  });

  it('is a return before delivery for a web store only', () => {
    expect(actionsOf(TO_DELIVER, { storeKind: 'web' })).toEqual(['deliver', 'return', 'lower_price', 'cancel']);
  });

  it.each(SERVICING_STATES)('is a return while the goods are still leased: %s', (servicingState) => {
    const isOver = OVER.includes(servicingState);
    expect(actionsOf({ ...FUNDED, servicingState })).toEqual(isOver ? [] : ['return', 'lower_price']);
  });
});

const OVER: readonly ServicingState[] = ['returned', 'owned_by_term', 'owned_by_buyout', 'surrendered'];

const NOTHING: readonly LeaseStatus[] = [
  ...(['pre_approved', 'pending', 'in_process', 'denied'] as const),
  ...(['approval_expired', 'contracts_expired'] as const),
];

describe('the names of statuses', () => {
  it('are as many in Spanish, none left in English', () => {
    for (const group of ['status', 'funding', 'servicing', 'fundingKind'] as const) {
      const [english, spanish]: Record<string, string>[] = [STATUS_WORDS.en[group], STATUS_WORDS.es[group]];
      expect(Object.keys(spanish ?? {})).toEqual(Object.keys(english ?? {}));
      for (const [name, text] of Object.entries(english ?? {})) expect(spanish?.[name]).not.toBe(text);
    }
  });
});
