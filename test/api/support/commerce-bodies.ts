import { APPLICATION } from './bodies';

const applicationId = '4821907735';
const { customer, bankAccount } = APPLICATION;

/** One body for each route that speaks the incumbent's language; numbers are dollars, dates American. */
export const COMMERCE_BODIES = {
  commerceSubmitApplication: {
    store: { progressiveMerchantId: 123, merchantStoreId: 'S-1', salesAssociate: 'Sam' },
    language: 'es',
    customer: { ...customer, dateOfBirth: '02-28-1990' },
    income: { monthlyIncome: 3000.5, payFrequency: 'BIWEEKLY', lastPaidDate: '11-20-2026', nextPaidDate: '12-04-2026' },
    bank: { routingNumber: bankAccount.routingNumber, accountNumber: bankAccount.accountNumber },
    electronicDisclosureCode: 4711,
  },
  commerceLookup: { last4SSN: '6789', applicationId: 4_821_907_735 },
  commerceSubmitCart: {
    applicationId,
    merchantTransactionId: 'INV-1',
    cartTotal: 1000,
    items: [
      { lineNumber: 1, sku: 'S-1', model: 'X', description: 'Sofa', priceEach: 500, quantity: 2, lineTotal: '1000.00' },
    ],
  },
  commerceConfirmDelivery: { applicationId, deliveryDate: '11-24-2026', shippingProvider: 'UPS', trackingId: '1Z' },
  commerceSubmitReturn: { applicationId, dateOfReturn: '2026-11-24T23:04:17.199Z' },
  commerceAcknowledgeDisclosures: { applicationId, disclosureCodes: ['E-SIGN'] },
  commerceMarketingConsent: { applicationId, marketingConsent: false },
  commerceConfirmOrder: { applicationId, cartId: 1 },
};
