import { addDays, calendarDate, type CalendarDate } from '../domain/calendar-date';
import { type DemoCaller, dollars } from './demo-caller';

const SOFA_AND_TABLE = [
  { sku: 'SOFA-3', description: 'Three-seat sofa', category: 'furniture', priceEachCents: 70_000 },
  { sku: 'TABLE-1', description: 'Coffee table', category: 'furniture', priceEachCents: 30_000 },
];

function application(storeId: string, today: CalendarDate): Record<string, unknown> {
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
      payFrequency: 'biWeekly',
      lastPaidOn: addDays(today, -5),
      nextPaidOn: addDays(today, 9),
    },
    bankAccount: { routingNumber: '121042882', accountNumber: '123456789', accountType: 'checking' },
    consents: { electronicDisclosures: true, creditDecision: true },
  };
}

function invoice(invoiceNumber: string): Record<string, unknown> {
  const lines = SOFA_AND_TABLE.map((item, index) => ({
    ...item,
    lineNumber: index + 1,
    quantity: 1,
    lineTotalCents: item.priceEachCents,
  }));
  return { invoiceNumber, invoiceTotalCents: 100_000, lines };
}

/** Application and invoice: the lease waits for the customer's signature. */
export async function leaseToSign(caller: DemoCaller, storeId: string): Promise<{ leaseId: string; signing: string }> {
  const today = calendarDate(new Date().toISOString().slice(0, 10));
  const applied = await caller.call('POST', '/v1/applications', application(storeId, today));
  caller.show(applied, 'leaseId', 'statusLabel', 'approvalLimitCents', 'approvalExpiresAt');
  const leaseId = String(applied['leaseId']);

  const contracts = await caller.call('POST', `/v1/leases/${leaseId}/invoice`, invoice('INV-1001'));
  caller.show(contracts, 'statusLabel', 'invoiceTotalCents', 'contractsExpireAt');
  caller.show(contracts['pricing'] as Record<string, unknown>, 'totalToOwnCents', 'paymentCents', 'numberOfPayments');
  return { leaseId, signing: String(contracts['signingUrl']).replace('/sign/', '/v1/signing/') };
}

/** Application, invoice, signature, delivery, Funded, schedule: the life most leases have. */
export async function fundedLease(caller: DemoCaller, storeId: string): Promise<void> {
  caller.say('— A lease from application to Funded —');
  const { leaseId, signing } = await leaseToSign(caller, storeId);
  const lease = `/v1/leases/${leaseId}`;

  const agreement = await caller.call('GET', signing);
  caller.show(agreement, 'title', 'language', 'agreementSha256');
  const signed = await caller.call('POST', `${signing}/signature`, signature(agreement['agreementSha256']));
  caller.show(signed, 'statusLabel');

  const accepted = await caller.call('GET', lease);
  const funded = await caller.call('POST', `${lease}/delivery-confirmation`, {
    deliveredOn: localToday(String(accepted['updatedAt'])),
  });
  caller.show(funded, 'statusLabel', 'deliveredOn', 'fundedAt', 'fundingState');

  const schedule = await caller.call('GET', `${lease}/payment-schedule`);
  const payments = schedule['payments'] as { number: number; dueOn: string; amountCents: number }[];
  for (const { number, dueOn, amountCents } of [...payments.slice(0, 2), ...payments.slice(-1)]) {
    caller.say(`  payment ${number} of ${payments.length}: ${dollars(amountCents)} due ${dueOn}`);
  }
  caller.show(schedule, 'initialPaymentCents', 'totalCents');
}

/** Lease Accepted, without a word about it: what comes next is the demo's subject. */
export async function signedLease(caller: DemoCaller, storeId = 'sto_dallas'): Promise<string> {
  const quiet = caller.quiet();
  const { leaseId, signing } = await leaseToSign(quiet, storeId);
  const { agreementSha256 } = await quiet.call('GET', signing);
  await quiet.call('POST', `${signing}/signature`, signature(agreementSha256));
  return leaseId;
}

const signature = (agreementSha256: unknown): Record<string, unknown> => ({
  signedName: 'Ana Ruiz',
  agreementSha256,
  consents: { initialPayment: true, recurringPayment: true, electronicSignature: true },
  cardToken: 'tok_ok',
});

/** The store's date at an instant; the demo's store is in Dallas. */
export function localToday(at: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date(at));
}

/** An approval nobody uses: 91 days pass on the lease's own clock. */
export async function expiringLease(caller: DemoCaller, storeId: string): Promise<void> {
  caller.say('\n— A lease that expires by the sandbox clock —');
  const today = calendarDate(new Date().toISOString().slice(0, 10));
  const applied = await caller.call('POST', '/v1/applications', application(storeId, today));
  caller.show(applied, 'leaseId', 'statusLabel', 'approvalExpiresAt');
  const leaseId = String(applied['leaseId']);
  const clock = await caller.call('POST', `/v1/sandbox/leases/${leaseId}/clock`, { advanceDays: 91 });
  caller.show(clock, 'now');
  const expired = await caller.call('GET', `/v1/leases/${leaseId}`);
  caller.show(expired, 'statusLabel', 'version');
  if (expired['status'] !== 'approval_expired') throw new Error('the lease should have expired');
}
