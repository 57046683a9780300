import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import { addDays, calendarDate, type CalendarDate } from '../domain/calendar-date';
import { cents } from '../domain/cents';
import type { LeaseId } from '../domain/ids';
import type { PayFrequency } from '../domain/program';
import type { System } from './system';

type Json = Record<string, unknown>;

/** A retailer's program: it takes leases through their life over HTTP, and stops at the first surprise. */
export class Retailer {
  constructor(private readonly system: Pick<System, 'apiUrl' | 'retailer'>) {}

  async call(method: 'GET' | 'POST', path: string, body?: Json): Promise<Json> {
    const answer = await request(`${this.system.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.system.retailer.apiKey}`,
        'idempotency-key': randomUUID(),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200 && answer.statusCode !== 201) {
      throw new Error(`${method} ${path} answers ${answer.statusCode}: ${text}`);
    }
    return JSON.parse(text) as Json;
  }

  /** Application to Approved. */
  async apply(payFrequency: PayFrequency): Promise<LeaseId> {
    const [store] = this.system.retailer.stores;
    if (!store) throw new Error('the retailer has no store');
    const { leaseId, status } = await this.call('POST', '/v1/applications', application(store.storeId, payFrequency));
    if (status !== 'approved') throw new Error(`the application is ${String(status)}`);
    return leaseId as LeaseId;
  }

  /** Approved to Contracts; called again, the invoice is replaced. */
  async submitInvoice(leaseId: LeaseId): Promise<Json> {
    return await this.call('POST', `/v1/leases/${leaseId}/invoice`, INVOICE);
  }

  async sign({ signingUrl }: Json): Promise<void> {
    const signing = String(signingUrl).replace('/sign/', '/v1/signing/');
    const { agreementSha256 } = await this.call('GET', signing);
    await this.call('POST', `${signing}/signature`, {
      signedName: 'Ana Ruiz',
      agreementSha256,
      consents: { initialPayment: true, recurringPayment: true, electronicSignature: true },
      cardToken: 'tok_ok',
    });
  }

  /**
   * The whole life from application to Funded, as most leases have it.
   * @param settled waits for what a command leaves to be done after its answer
   */
  async fundedLease(payFrequency: PayFrequency, settled: (leaseId: LeaseId) => Promise<void>): Promise<LeaseId> {
    const leaseId = await this.apply(payFrequency);
    await settled(leaseId);
    const contracts = await this.submitInvoice(leaseId);
    await settled(leaseId);
    await this.sign(contracts);
    await settled(leaseId);
    const { updatedAt } = await this.call('GET', `/v1/leases/${leaseId}`);
    const deliveredOn = this.storeDate(String(updatedAt));
    const { status } = await this.call('POST', `/v1/leases/${leaseId}/delivery-confirmation`, { deliveredOn });
    if (status !== 'funded') throw new Error(`the delivered lease is ${String(status)}`);
    return leaseId;
  }

  async paymentCount(leaseId: LeaseId): Promise<number> {
    const { payments } = await this.call('GET', `/v1/leases/${leaseId}/payment-schedule`);
    return (payments as unknown[]).length;
  }

  private storeDate(at: string): string {
    const timeZone = this.system.retailer.stores[0]?.timeZone ?? 'UTC';
    return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
  }
}

const ITEMS = [
  { sku: 'SOFA-3', description: 'Three-seat sofa', category: 'furniture', priceEachCents: cents(70_000) },
  { sku: 'TABLE-1', description: 'Coffee table', category: 'furniture', priceEachCents: cents(30_000) },
] as const;

export const INVOICE = {
  invoiceNumber: 'INV-1001',
  invoiceTotalCents: cents(100_000),
  lines: ITEMS.map((item, index) => ({
    ...item,
    lineNumber: index + 1,
    quantity: 1,
    lineTotalCents: item.priceEachCents,
  })),
};

/** Two paydays that fit the frequency: a semi-monthly customer's are half a month apart, the others' a whole period. */
const PERIOD_DAYS: Record<PayFrequency, number> = { weekly: 7, biWeekly: 14, semiMonthly: 15, monthly: 30 };

function application(storeId: string, payFrequency: PayFrequency): Json {
  const today: CalendarDate = calendarDate(new Date().toISOString().slice(0, 10));
  const nextPaidOn = addDays(today, 5);
  return {
    storeId,
    language: 'en',
    customer: {
      firstName: 'Ana',
      lastName: 'Ruiz',
      ssn: '512-44-6789',
      dateOfBirth: '1990-05-17',
      email: 'ana@example.com',
      mobilePhone: '2145550142',
      address: { line1: '12 Elm St', city: 'Dallas', state: 'TX', postalCode: '75201' },
    },
    income: {
      monthlyIncomeCents: 420_000,
      payFrequency,
      lastPaidOn: addDays(nextPaidOn, -PERIOD_DAYS[payFrequency]),
      nextPaidOn,
    },
    bankAccount: { routingNumber: '121042882', accountNumber: '123456789', accountType: 'checking' },
    consents: { electronicDisclosures: true, creditDecision: true },
  };
}
