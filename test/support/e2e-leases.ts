import { randomInt } from 'node:crypto';
import type { Answer, Caller } from './e2e-client';
import { localDate, plusDays, STORES, type StoreId, todayIn } from './e2e-dates';

type Fields = Record<string, unknown>;

/** An SSN no other customer has; its first digit tells the sandbox's engine what to decide. */
export function newSsn(firstDigit: '5' | '6' | '7' = '5'): string {
  const digits = String(randomInt(0, 10_000)).padStart(4, '0');
  return `${firstDigit}${randomInt(10, 60)}${randomInt(10, 100)}${digits === '0000' ? '0001' : digits}`;
}

export function applicationBody(customer: Fields = {}, changes: Fields = {}): Fields {
  const today = todayIn('America/New_York');
  return {
    storeId: 'sto_dallas',
    language: 'en',
    customer: {
      firstName: 'Ana',
      lastName: 'Ruiz',
      ssn: newSsn(),
      dateOfBirth: '1990-04-17',
      email: 'ana.ruiz@example.com',
      mobilePhone: `214555${randomInt(1000, 9999)}`,
      address: { line1: '12 Elm St', city: 'Dallas', state: 'TX', postalCode: '75201' },
      ...customer,
    },
    income: {
      monthlyIncomeCents: 120_000,
      payFrequency: 'biWeekly',
      lastPaidOn: plusDays(today, -4),
      nextPaidOn: plusDays(today, 10),
    },
    bankAccount: { routingNumber: '111000025', accountNumber: '000123456789', accountType: 'checking' },
    consents: { electronicDisclosures: true, creditDecision: true },
    ...changes,
  };
}

const item = (lineNumber: number, description: string, category: string, priceEachCents: number, quantity = 1) => ({
  lineNumber,
  sku: `SKU-${lineNumber}`,
  description,
  category,
  quantity,
  priceEachCents,
  lineTotalCents: priceEachCents * quantity,
});

/** Sofa and table, $1,000.00 (domain.md, worked example A). */
export function invoiceBody(changes: Fields = {}): Fields {
  const lines = [item(1, 'Sofa, three seats', 'furniture', 70_000), item(2, 'Table', 'furniture', 30_000)];
  return { invoiceNumber: 'INV-1', invoiceTotalCents: 100_000, lines, ...changes };
}

/** One line of one thing that costs `cents`. */
export const invoiceOf = (cents: number, changes: Fields = {}, category = 'furniture'): Fields =>
  invoiceBody({ invoiceTotalCents: cents, lines: [item(1, 'A thing', category, cents)], ...changes });

export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.text}`);
  return answer;
}

export interface Applying {
  storeId?: StoreId;
  firstDigit?: '5' | '6' | '7';
  customer?: Fields;
  changes?: Fields;
}

/** The lease of a new customer, as the application was answered. */
export async function apply(caller: Caller, { storeId = 'sto_dallas', firstDigit, customer, changes }: Applying = {}) {
  const body = applicationBody({ ssn: newSsn(firstDigit), ...customer }, { storeId, ...changes });
  return expectStatus(await caller.post('/v1/applications', body), 201).body;
}

export interface Contracts {
  leaseId: string;
  path: string;
  /** of the signing operations, with its token */
  signing: string;
}

export async function invoiced(caller: Caller, leaseId: string, invoice: Fields = invoiceBody()): Promise<Contracts> {
  const path = `/v1/leases/${leaseId}`;
  const { body } = expectStatus(await caller.post(`${path}/invoice`, invoice), 200);
  return { leaseId, path, signing: String(body.signingUrl).replace('/sign/', '/v1/signing/') };
}

export async function contracts(caller: Caller, applying: Applying = {}): Promise<Contracts> {
  const { leaseId } = await apply(caller, applying);
  return await invoiced(caller, leaseId);
}

export const signatureBody = (agreementSha256: string, changes: Fields = {}): Fields => ({
  signedName: 'Ana Ruiz',
  agreementSha256,
  consents: { initialPayment: true, recurringPayment: true, electronicSignature: true },
  cardToken: 'tok_ok',
  ...changes,
});

/** What the customer's browser does: reads the agreement, then signs it. */
export async function sign(customer: Caller, { signing }: Contracts, changes: Fields = {}): Promise<Answer> {
  const { body } = expectStatus(await customer.get(signing), 200);
  return await customer.post(`${signing}/signature`, signatureBody(body.agreementSha256, changes));
}

export async function accepted(caller: Caller, customer: Caller, applying: Applying = {}): Promise<Contracts> {
  const lease = await contracts(caller, applying);
  expectStatus(await sign(customer, lease), 200);
  return lease;
}

export const deliver = (caller: Caller, { path }: { path: string }, deliveredOn: string, more: Fields = {}) =>
  caller.post(`${path}/delivery-confirmation`, { deliveredOn, ...more });

export async function funded(caller: Caller, customer: Caller, applying: Applying = {}): Promise<Contracts> {
  const lease = await accepted(caller, customer, applying);
  expectStatus(await deliver(caller, lease, await leaseToday(caller, lease)), 200);
  return lease;
}

/** The store's date by the lease's own time, as last written. */
export async function leaseToday(caller: Caller, { path }: { path: string }): Promise<string> {
  const { body } = expectStatus(await caller.get(path), 200);
  return localDate(body.updatedAt, STORES[body.storeId as StoreId]);
}

/** Moves a lease's own clock; answers what the lease looks like then. */
export async function advance(caller: Caller, leaseId: string, to: string | { days: number }) {
  const body = typeof to === 'string' ? { advanceTo: to } : { advanceDays: to.days };
  expectStatus(await caller.post(`/v1/sandbox/leases/${leaseId}/clock`, body), 200);
  return expectStatus(await caller.get(`/v1/leases/${leaseId}`), 200).body;
}

export async function timeline(caller: Caller, leaseId: string) {
  return expectStatus(await caller.get(`/v1/leases/${leaseId}/timeline?limit=100`), 200).body.data;
}

export async function timelineTypes(caller: Caller, leaseId: string): Promise<string[]> {
  const events: { type: string }[] = await timeline(caller, leaseId);
  return events.map(({ type }) => type);
}
