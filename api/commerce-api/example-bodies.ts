import { addDays, type CalendarDate } from '../../domain/calendar-date';
import { usDate } from './values';

const applicationId = '4821907735';

/** As a retailer who speaks to the incumbent would send them; dated so that they are accepted. */
export function commerceBodies(today: CalendarDate): Readonly<Record<string, unknown>> {
  return {
    commerceSubmitApplication: {
      store: { merchantStoreId: 'sto_dallas' },
      language: 'en',
      customer: {
        firstName: 'Ana',
        lastName: 'Peña',
        ssn: '512-34-5678',
        dateOfBirth: '02-28-1990',
        email: 'ana@example.com',
        mobilePhone: '+12145550134',
        address: { line1: '100 Main Street', city: 'Dallas', state: 'TX', postalCode: '75201' },
      },
      income: {
        monthlyIncome: 3200,
        payFrequency: 'biWeekly',
        lastPaidDate: usDate(addDays(today, -4)),
        nextPaidDate: usDate(addDays(today, 10)),
      },
      bank: { routingNumber: '111000025', accountNumber: '000123456789', accountType: 'checking' },
    },
    commerceLookup: { last4SSN: '5678', applicationId },
    commerceSubmitCart: {
      applicationId,
      merchantTransactionId: 'INV-1001',
      cartTotal: 1000,
      items: [{ lineNumber: 1, sku: 'SOFA-3', description: 'Sofa', priceEach: 1000, quantity: 1, lineTotal: 1000 }],
    },
    commerceConfirmDelivery: {
      applicationId,
      deliveryDate: usDate(today),
      shippingProvider: 'UPS',
      trackingId: '1Z999',
    },
    commerceSubmitReturn: { applicationId, dateOfReturn: usDate(today) },
    commerceAcknowledgeDisclosures: { applicationId, disclosureCodes: ['E-SIGN'], channel: 'web' },
    commerceMarketingConsent: { applicationId, marketingConsent: false },
    commerceConfirmOrder: { applicationId, cartId: 1 },
  };
}
