const LEASE_ID = { leaseId: '$response.body#/leaseId' };

/** What can be asked about, or done with, a lease just answered. */
export const OF_THE_LEASE = {
  requestLeaseInformation: LEASE_ID,
  submitInvoiceInformation: LEASE_ID,
  requestTimeline: LEASE_ID,
  requestStatusWithDeliveryConfirmation: LEASE_ID,
  requestCustomer: LEASE_ID,
  submitDocuments: LEASE_ID,
  openReview: LEASE_ID,
  reinstateLease: LEASE_ID,
};

export const OF_THE_REVIEWED = { decideReview: LEASE_ID, requestLeaseInformation: LEASE_ID };

export const OF_THE_CONTRACT = {
  requestLeasePricing: LEASE_ID,
  cancelContract: LEASE_ID,
  submitDeliveryConfirmations: LEASE_ID,
};

export const OF_THE_FUNDED = { requestPaymentSchedule: LEASE_ID, requestLeaseInformation: LEASE_ID };
