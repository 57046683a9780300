/** What a merchant sees (domain.md 1.1); the Prequalified status comes with its own issue. */
export const LEASE_STATUSES = [
  'pre_approved',
  'pending',
  'in_process',
  'approved',
  'denied',
  'approval_expired',
  'contracts',
  'contracts_expired',
  'contracts_received',
  'lease_accepted',
  'funded',
] as const;
export type LeaseStatus = (typeof LEASE_STATUSES)[number];

export const STATUS_LABELS: Readonly<Record<LeaseStatus, string>> = {
  pre_approved: 'Pre-approved',
  pending: 'Pending',
  in_process: 'In Process',
  approved: 'Approved',
  denied: 'Denied',
  approval_expired: 'Approval Expired',
  contracts: 'Contracts',
  contracts_expired: 'Contracts Expired',
  contracts_received: 'Contracts Received',
  lease_accepted: 'Lease Accepted',
  funded: 'Funded',
};

/** Statuses a store's look-up shows; the others are hidden from it (domain.md 1.1). */
export const ACTIONABLE_STATUSES: readonly LeaseStatus[] = [
  'pre_approved',
  'approved',
  'contracts',
  'contracts_received',
  'lease_accepted',
];

/** How far the merchant's money is (domain.md 1.2). Never mixed with the status. */
export const FUNDING_STATES = [
  'not_eligible',
  'scheduled',
  'eligible',
  'held',
  'in_file',
  'settled',
  'bank_returned',
] as const;
export type FundingState = (typeof FUNDING_STATES)[number];

/** How the customer's payments go once Funded (domain.md 1.2). */
export const SERVICING_STATES = [
  'active',
  'past_due',
  'recovery_plan',
  'suspended',
  'returned',
  'owned_by_term',
  'owned_by_buyout',
  'surrendered',
  'charged_off',
] as const;
export type ServicingState = (typeof SERVICING_STATES)[number];
