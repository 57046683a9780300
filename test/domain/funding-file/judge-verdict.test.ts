import { calendarDate } from '../../../domain/calendar-date';
import type { ErrorCode } from '../../../domain/errors';
import type { FoundLease } from '../../../domain/funding-file/found-lease';
import { afterVerdict, type DeliveryVerdict } from '../../../domain/funding-file/judge-verdict';
import { LEASE_STATUSES, type LeaseStatus } from '../../../domain/lease-status';
import { aFoundLease, aRow } from './rows';

const NOW = { signedOn: calendarDate('2026-10-20'), deliveredOn: null };

const accepted = (status: LeaseStatus): DeliveryVerdict => ({
  outcome: 'accepted',
  code: null,
  from: 'lease_accepted',
  status,
  judgedOn: calendarDate('2026-11-25'),
});

const refused = (code: ErrorCode, from: LeaseStatus): DeliveryVerdict => ({
  ...accepted(from),
  outcome: 'refused',
  code,
  from,
});

const meaning = (verdict: DeliveryVerdict, found: Partial<FoundLease> = {}, deliveredOn = '2026-11-24') =>
  afterVerdict(aRow({ deliveredOn: calendarDate(deliveredOn) }), verdict, aFoundLease(found), NOW);

describe('what a lease says to a delivery', () => {
  it('is funded now or scheduled, as its verdict has it: also when it is read after the day came', () => {
    expect(meaning(accepted('funded'))).toEqual({ code: 'FUNDED', detail: { deliveredOn: '2026-11-24' } });
    const scheduled = { code: 'SCHEDULED', detail: { deliveredOn: '2026-12-01' } };
    expect(meaning(accepted('lease_accepted'), {}, '2026-12-01')).toEqual(scheduled);
    const later = { ...NOW, deliveredOn: calendarDate('2026-12-01') };
    const row = aRow({ deliveredOn: calendarDate('2026-12-01') });
    expect(afterVerdict(row, accepted('lease_accepted'), aFoundLease(), later)).toEqual(scheduled);
  });

  it('names the window around the day it judged on', () => {
    expect(meaning(refused('DELIVERY_DATE_OUT_OF_WINDOW', 'lease_accepted'), {}, '2026-10-01')).toEqual({
      code: 'DELIVERY_DATE_OUT_OF_WINDOW',
      detail: { earliestOn: '2026-10-26', latestOn: '2026-12-25', distanceDays: -55 },
    });
    expect(meaning(refused('DELIVERY_DATE_OUT_OF_WINDOW', 'lease_accepted'), {}, '2026-12-26')).toMatchObject({
      detail: { distanceDays: 31 },
    });
  });

  it('names the day of the signature where the delivery lies before it', () => {
    expect(meaning(refused('DELIVERED_BEFORE_SIGNED', 'lease_accepted'))).toEqual({
      code: 'DELIVERED_BEFORE_SIGNED',
      detail: { signedOn: '2026-10-20' },
    });
  });

  it.each<[ErrorCode, LeaseStatus, Partial<FoundLease>, string]>([
    ['NOT_OK_TO_DELIVER', 'pre_approved', {}, 'NOT_SIGNED'],
    ['NOT_OK_TO_DELIVER', 'approved', {}, 'NOT_SIGNED'],
    ['NOT_OK_TO_DELIVER', 'approved', { wasCancelled: true }, 'CANCELLED'],
    ['NOT_OK_TO_DELIVER', 'denied', {}, 'DENIED'],
    ['NOT_OK_TO_DELIVER', 'contracts', { status: 'contracts' }, 'NOT_SIGNED'],
    ['NOT_OK_TO_DELIVER', 'contracts', { status: 'contracts', isCardRefused: true }, 'NOT_OK_TO_DELIVER'],
    ['NOT_OK_TO_DELIVER', 'contracts', { status: 'contracts', isBlocked: true }, 'HELD'],
    ['ILLEGAL_TRANSITION', 'contracts_received', {}, 'NOT_OK_TO_DELIVER'],
    ['APPROVAL_EXPIRED', 'approval_expired', {}, 'EXPIRED'],
    ['CONTRACTS_EXPIRED', 'contracts_expired', {}, 'EXPIRED'],
    ['LEASE_BLOCKED', 'lease_accepted', {}, 'HELD'],
    ['PARTIAL_DELIVERY', 'lease_accepted', {}, 'PARTIAL_DELIVERY'],
    ['ILLEGAL_TRANSITION', 'lease_accepted', {}, 'HELD'],
  ])('as %s from %s is told as the file has it', (code, from, found, rowCode) => {
    expect(meaning(refused(code, from), found)).toEqual({ code: rowCode, detail: {} });
  });

  // Somebody confirmed by another way between our look and the telling.
  it('is a repeat with the date on record when it funded a moment before', () => {
    const after = { ...NOW, deliveredOn: calendarDate('2026-11-23') };
    expect(afterVerdict(aRow(), refused('ILLEGAL_TRANSITION', 'funded'), aFoundLease(), after)).toEqual({
      code: 'ALREADY_FUNDED',
      detail: { deliveredOn: '2026-11-23' },
    });
  });

  it.each(LEASE_STATUSES)('always means something, whatever it refused from: %s', (from) => {
    expect(meaning(refused('INTERNAL', from)).code).toMatch(/^[A-Z_]+$/);
  });
});
