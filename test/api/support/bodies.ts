/** One body for each operation that the app accepts as it is; tests spoil a copy. */
export const APPLICATION = {
  storeId: 'S-1',
  language: 'en',
  customer: {
    firstName: 'Ana',
    lastName: 'Peña',
    ssn: '512-34-6789',
    dateOfBirth: '1990-02-28',
    email: 'ana@example.com',
    mobilePhone: '2145550134',
    address: { line1: '1 Main St', city: 'Dallas', state: 'TX', postalCode: '75201' },
  },
  income: { monthlyIncomeCents: 300_000, payFrequency: 'biWeekly', lastPaidOn: '2026-11-20', nextPaidOn: '2026-12-04' },
  bankAccount: { routingNumber: '111000025', accountNumber: '000123456', accountType: 'checking' },
  consents: { electronicDisclosures: true, creditDecision: true },
};

export const INVOICE = {
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

export const SIGNATURE = {
  signedName: 'Ana Peña',
  agreementSha256: 'a'.repeat(64),
  consents: { initialPayment: true, recurringPayment: true, electronicSignature: true },
  cardToken: 'tok_ok',
};

export const DELIVERY = { deliveredOn: '2026-11-24' };
export const SHIPMENT = { lines: [{ lineNumber: 1, quantity: 1 }], carrier: 'UPS', shippedOn: '2026-11-24' };
export const RETURN = { authorizationCode: 'RA7K-2M4P-9QXT', actionType: 'return', returnedOn: '2026-11-24' };
export const PAYMENT = { amountCents: 7_504, cardToken: 'tok_ok' };
export const PURCHASE = { quoteId: 'QUO-4821907735-1', cardToken: 'tok_ok' };
export const REASON = { reason: 'paystub received' };
export const DECISION = { decision: 'approved', reason: 'paystub shows more' };
export const DOCUMENTS = { documents: [{ kind: 'paystub', reference: 'doc-1' }], decision: 'approved' };
export const LOOKUP = { last4Ssn: '6789', leaseId: '4821907735' };
export const ESTIMATE = { storeId: 'S-1', cashPriceCents: 100_000, payFrequency: 'monthly' };
export const CLOCK = { advanceDays: 59 };
export const ENGINE = { available: true };
export const ACCOUNT = { routingNumber: '121042882', accountNumber: '000123456789', accountType: 'checking' };
export const PROGRAM = {
  totalToOwnBps: 20_000,
  initialPaymentCents: 4_900,
  minInvoiceCents: 5_000,
  maxInvoiceCents: 500_000,
  termMonths: 12,
  plans: { allowed: true, maxPayments: 6 },
};
export const EMBED_ORIGINS = { embedOrigins: ['https://shop.example.com'] };
export const DAILY_RUN = { asOf: '2026-11-25' };

export const WEBHOOK_ENDPOINT = { url: 'https://shop.example/ownward', eventTypes: ['*'], description: 'Orders' };
