import { onOrNextBankingDay } from '../../domain/banking-calendar';
import { addDays, type CalendarDate } from '../../domain/calendar-date';
import { commerceBodies } from '../commerce-api/example-bodies';
import { EXAMPLE_BANK_FILE } from './example-bank-file';

/** A body for each operation that takes one, as a developer would send it in the sandbox; dated so that it is accepted. */
export function exampleBodies(today: CalendarDate): Readonly<Record<string, unknown>> {
  return {
    submitApplication: application(today),
    lookupLease: { last4Ssn: '5678', leaseId: '4821907735' },
    submitInvoiceInformation: INVOICE,
    estimatePricing: { storeId: 'sto_dallas', cashPriceCents: 100_000, payFrequency: 'biWeekly' },
    submitDeliveryConfirmations: { deliveredOn: today },
    submitShipment: {
      lines: [{ lineNumber: 1, quantity: 1 }],
      carrier: 'UPS',
      trackingNumber: '1Z999',
      shippedOn: today,
    },
    confirmShipment: { deliveredOn: today },
    submitLeaseReturn: {
      authorizationCode: 'RA7K-2M4P-9QXT',
      actionType: 'return',
      returnedOn: today,
      creditInvoiceNumber: 'CR-1',
      lines: [{ lineNumber: 1, quantity: 1, amountCents: 100_000 }],
    },
    ...commerceBodies(today),
    submitPayment: { amountCents: 7_504, cardToken: 'tok_ok' },
    acceptPurchase: { quoteId: 'QUO-4821907735-1', cardToken: 'tok_ok' },
    submitSignature: SIGNATURE,
    openReview: { reason: 'Customer sent a newer paystub' },
    decideReview: { decision: 'approved', approvalLimitCents: 120_000, reason: 'Paystub shows a higher income' },
    submitDocuments: { documents: [{ kind: 'paystub', reference: 'upload-118' }], decision: 'approved' },
    reinstateLease: { reason: 'Customer was travelling' },
    advanceClock: { advanceDays: 59 },
    setDecisionEngine: { available: true },
    proposeMerchantAccount: { routingNumber: '121042882', accountNumber: '000987654321', accountType: 'checking' },
    setProgram: PROGRAM,
    setEmbedOrigins: { embedOrigins: ['https://shop.example.com'] },
    createWebhookEndpoint: { url: 'http://127.0.0.1:4000/ownward', eventTypes: ['*'], description: 'Orders' },
    changeWebhookEndpoint: { eventTypes: ['lease.funded', 'funding.paid'] },
    replayWebhookDeliveries: { from: `${today}T00:00:00.000Z` },
    runDaily: { asOf: onOrNextBankingDay(today) },
    takeBankFile: EXAMPLE_BANK_FILE,
  };
}

const application = (today: CalendarDate) => ({
  storeId: 'sto_dallas',
  language: 'en',
  customer: {
    firstName: 'Ana',
    lastName: 'Peña',
    ssn: '512-34-5678',
    dateOfBirth: '1990-02-28',
    email: 'ana@example.com',
    mobilePhone: '+12145550134',
    address: { line1: '100 Main Street', city: 'Dallas', state: 'TX', postalCode: '75201' },
  },
  income: {
    monthlyIncomeCents: 320_000,
    payFrequency: 'biWeekly',
    lastPaidOn: addDays(today, -4),
    nextPaidOn: addDays(today, 10),
  },
  bankAccount: { routingNumber: '111000025', accountNumber: '000123456789', accountType: 'checking' },
  consents: { electronicDisclosures: true, creditDecision: true, smsSigning: true },
});

const INVOICE = {
  invoiceNumber: 'INV-1',
  invoiceTotalCents: 100_000,
  lines: [
    {
      lineNumber: 1,
      sku: 'SOFA-3',
      description: 'Sofa, three seats',
      category: 'furniture',
      quantity: 1,
      priceEachCents: 100_000,
      lineTotalCents: 100_000,
    },
  ],
};

const PROGRAM = {
  totalToOwnBps: 20_000,
  initialPaymentCents: 4_900,
  minInvoiceCents: 5_000,
  maxInvoiceCents: 500_000,
  termMonths: 12,
  plans: { allowed: true, maxPayments: 6 },
};

const SIGNATURE = {
  signedName: 'Ana Peña',
  agreementSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  consents: { initialPayment: true, recurringPayment: true, electronicSignature: true },
  cardToken: 'tok_ok',
};
