import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { DemoCaller } from './demo-caller';

/** One customer of the simulated month: what differs from one to the next. */
export interface DemoCustomer {
  says: string;
  lastName: string;
  storeId: string;
  state: string;
  payFrequency: 'weekly' | 'biWeekly';
  /** the last four digits tell the simulated bank what to answer */
  accountNumber: string;
  isAutopay: boolean;
  tableCents: number;
}

const CITIES: Readonly<Record<string, { city: string; postalCode: string }>> = {
  TX: { city: 'Dallas', postalCode: '75201' },
  CA: { city: 'Fresno', postalCode: '93701' },
  NY: { city: 'Albany', postalCode: '12201' },
};

const SOFA_CENTS = 70_000;

/** From application to Funded, as the store and the customer do it. @returns the lease's ID */
export async function openLease(
  caller: DemoCaller,
  customer: DemoCustomer,
  deliveredOn: CalendarDate,
): Promise<string> {
  const applied = await caller.call('POST', '/v1/applications', application(customer, deliveredOn));
  const lease = `/v1/leases/${String(applied['leaseId'])}`;
  const contracts = await caller.call('POST', `${lease}/invoice`, invoice(customer));
  const signing = String(contracts['signingUrl']).replace('/sign/', '/v1/signing/');
  const agreement = await caller.call('GET', signing);
  await caller.call('POST', `${signing}/signature`, {
    signedName: `Ana ${customer.lastName}`,
    agreementSha256: agreement['agreementSha256'],
    consents: { initialPayment: true, recurringPayment: customer.isAutopay, electronicSignature: true },
    cardToken: 'tok_ok',
  });
  await caller.call('POST', `${lease}/delivery-confirmation`, { deliveredOn });
  return String(applied['leaseId']);
}

function application(customer: DemoCustomer, today: CalendarDate): Record<string, unknown> {
  const { lastName, state, storeId, payFrequency, accountNumber } = customer;
  return {
    storeId,
    language: 'en',
    customer: {
      firstName: 'Ana',
      lastName,
      ssn: '512-44-6789',
      dateOfBirth: '1990-05-17',
      email: `${lastName.toLowerCase()}@example.com`,
      mobilePhone: '2145550142',
      address: { line1: '12 Elm St', state, ...(CITIES[state] ?? { city: 'Dallas', postalCode: '75201' }) },
    },
    income: {
      monthlyIncomeCents: 420_000,
      payFrequency,
      lastPaidOn: addDays(today, -6),
      nextPaidOn: addDays(today, 8),
    },
    bankAccount: { routingNumber: '121042882', accountNumber, accountType: 'checking' },
    consents: { electronicDisclosures: true, creditDecision: true },
  };
}

function invoice({ lastName, tableCents }: DemoCustomer): Record<string, unknown> {
  const line = (lineNumber: number, sku: string, description: string, priceEachCents: number) => ({
    ...{ lineNumber, sku, description, category: 'furniture', quantity: 1, priceEachCents },
    lineTotalCents: priceEachCents,
  });
  return {
    invoiceNumber: `INV-${lastName.toUpperCase()}`,
    invoiceTotalCents: SOFA_CENTS + tableCents,
    lines: [line(1, 'SOFA-3', 'Three-seat sofa', SOFA_CENTS), line(2, 'TABLE-1', 'Coffee table', tableCents)],
  };
}
