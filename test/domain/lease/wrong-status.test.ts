import { LEASE_STATUSES, type LeaseStatus } from '../../../domain/lease-status';
import type { ReportEvent } from '../../../domain/lease/reports';
import { wrongStatusCode, wrongStatusDetail } from '../../../domain/lease/wrong-status';

const codes = (event: ReportEvent): Record<string, LeaseStatus[]> => {
  const found: Record<string, LeaseStatus[]> = {};
  for (const status of LEASE_STATUSES) (found[wrongStatusCode(status, event)] ??= []).push(status);
  return found;
};

describe('a status that says no', () => {
  it('to a delivery says NOT_OK_TO_DELIVER wherever the initial payment is not in', () => {
    expect(codes('deliveryConfirmed')).toEqual({
      NOT_OK_TO_DELIVER: ['pre_approved', 'pending', 'in_process', 'approved', 'denied', 'contracts'],
      APPROVAL_EXPIRED: ['approval_expired'],
      CONTRACTS_EXPIRED: ['contracts_expired'],
      ILLEGAL_TRANSITION: ['contracts_received', 'lease_accepted', 'funded'],
    });
  });

  it('to a signature says that the link is dead, whatever the status', () => {
    expect(codes('agreementSigned')).toEqual({ SIGNING_LINK_DEAD: [...LEASE_STATUSES] });
  });

  it.each(['returnAuthorizationRequested', 'returnSubmitted'] as const)('to %s says RETURN_NOT_ELIGIBLE', (event) => {
    expect(codes(event)).toEqual({ RETURN_NOT_ELIGIBLE: [...LEASE_STATUSES] });
  });

  it.each([
    'invoiceSubmitted',
    'contractCancelled',
    'reviewOpened',
    'reviewClosed',
    'documentsReceived',
    'reinstated',
    'approvalMoved',
    'paymentSubmitted',
    'paymentCancelled',
    'purchaseAccepted',
    'paidOff',
  ] as const)('to %s names what ran out, and is illegal otherwise', (event) => {
    const { ILLEGAL_TRANSITION: _, ...specific } = codes(event);
    expect(specific).toEqual({ APPROVAL_EXPIRED: ['approval_expired'], CONTRACTS_EXPIRED: ['contracts_expired'] });
  });

  it('says in words how the lease ended, and of goods only that they cannot come back', () => {
    expect(wrongStatusDetail('funded', 'paymentSubmitted', 'owned_by_buyout')).toBe(
      'paymentSubmitted is not possible: the lease has ended, the customer bought the goods',
    );
    expect(wrongStatusDetail('approved', 'returnAuthorizationRequested')).toBe(
      'a return is not possible while the lease is Approved',
    );
    expect(wrongStatusDetail('funded', 'reinstated', 'past_due')).toBe(
      'reinstated is not possible while the lease is Funded',
    );
  });

  it('says in words what was tried and where', () => {
    expect(wrongStatusDetail('approval_expired', 'invoiceSubmitted')).toBe(
      'invoiceSubmitted is not possible while the lease is Approval Expired',
    );
  });
});
