import { calendarDate, instant } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { LeaseError } from '../../../domain/errors';
import { leaseId, merchantId, storeId, type LeaseId } from '../../../domain/ids';
import type { LeaseView } from '../../../domain/lease-view';
import type { Caller } from '../../../api/ports';

export const TODAY = calendarDate('2026-11-24');
export const OWN_LEASE = '4821907735';
export const OTHER_LEASE = '4821907736';
export const UNKNOWN_LEASE = '1000000001';

export const CUSTOMER = {
  customerNameMasked: 'A*** P***',
  language: 'en',
  ssnLast4: '6789',
  emailMasked: 'a***@example.com',
  mobilePhoneLast4: '0134',
  accountLast4: '3456',
  state: 'TX',
} as const;

export const leaseView = (over: Partial<LeaseView> = {}): LeaseView => ({
  leaseId: leaseId(OWN_LEASE),
  status: 'approved',
  statusLabel: 'Approved',
  version: 1,
  merchantId: merchantId('M-1'),
  storeId: storeId('S-1'),
  approvalLimitCents: cents(120_000),
  approvalExpiresAt: instant(Date.UTC(2027, 1, 22, 6)),
  contractsExpireAt: null,
  invoiceNumber: null,
  invoiceTotalCents: null,
  isOkToDeliver: false,
  fundingScheduledFor: null,
  deliveredOn: null,
  fundedAt: null,
  fundingState: 'not_eligible',
  servicingState: null,
  createdAt: instant(Date.UTC(2026, 10, 24)),
  updatedAt: instant(Date.UTC(2026, 10, 24)),
  ...over,
});

/** Tenancy as the real ports keep it: another merchant's lease is an unknown one. */
export function ownLease(caller: Caller, id: LeaseId): LeaseView {
  const owner = new Map([
    [OWN_LEASE, 'M-1'],
    [OTHER_LEASE, 'M-2'],
  ]).get(id);
  if (owner === undefined || (caller.merchantId !== null && caller.merchantId !== owner)) {
    throw new LeaseError('LEASE_NOT_FOUND', 'no such lease');
  }
  return leaseView({ leaseId: id, merchantId: merchantId(owner) });
}
