import type { CommerceReads } from '../../../api/commerce-api/port';
import type { ApiDeps } from '../../../api/app';
import type { Caller, CommandAnswer, LeaseCommands, LeaseReads, Sandbox, Scope } from '../../../api/ports';
import { instant } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { LeaseError } from '../../../domain/errors';
import { leaseId, merchantId, messageId } from '../../../domain/ids';
import type { LeaseView } from '../../../domain/lease-view';
import { parseAchFile } from '../../../domain/nacha/parse';
import { fakeDocuments } from './fake-documents';
import { fakeFundingFiles } from './fake-funding-files';
import { fakeWebhooks } from './fake-webhooks';
import { CUSTOMER, leaseView, OTHER_LEASE, OWN_LEASE, ownLease, TODAY, UNKNOWN_LEASE } from './fake-leases';
import { fakeMoney } from './fake-money';
import { PAYMENT_LINE, RETURN_AUTHORIZATION, returnAnswer } from './fake-reports';

export { CUSTOMER, leaseView, OTHER_LEASE, OWN_LEASE, ownLease, TODAY, UNKNOWN_LEASE };
export const TOKEN = 'abcdefghijklmnopqrstuvwx';
export const DEAD_TOKEN = 'deaddeaddeaddeaddeaddead';

const retailer = (keyId: string, merchant: string, scopes: Scope[]): Caller => ({
  keyId,
  kind: 'retailer',
  merchantId: merchantId(merchant),
  scopes,
});

const RETAILER: Scope[] = ['leases:read', 'leases:write', 'reports:read', 'webhooks:write', 'customers:read'];

/** One caller of every kind; the key is `<keyId>.secret`. */
export const CALLERS: Readonly<Record<string, Caller>> = {
  retailer: retailer('retailer', 'M-1', RETAILER),
  readOnly: retailer('readOnly', 'M-1', ['leases:read']),
  otherRetailer: retailer('otherRetailer', 'M-2', RETAILER),
  support: { keyId: 'support', kind: 'support', merchantId: null, scopes: ['leases:read', 'support'] },
  operations: { keyId: 'operations', kind: 'operations', merchantId: null, scopes: ['operations'] },
  care: { keyId: 'care', kind: 'care', merchantId: null, scopes: ['care', 'leases:read', 'customers:read'] },
};

export const keyOf = (kind: string): string => `Bearer ${kind}.secret`;

export const PRICING = {
  cashPriceCents: cents(100_000),
  costOfLeaseCents: cents(100_000),
  totalToOwnCents: cents(200_000),
  initialPaymentCents: cents(4_900),
  payFrequency: 'biWeekly' as const,
  numberOfPayments: 26,
  paymentCents: cents(7_504),
  lastPaymentCents: cents(7_500),
  ninetyDayBuyoutCents: cents(95_100),
};

export const accepted = (answer: unknown, replayed = false): CommandAnswer => ({
  outcome: 'accepted',
  replayed,
  answer,
});

const SHIPMENT = {
  shipmentId: 'shp_4821907735_1_1',
  lines: [{ lineNumber: 1, quantity: 1 }],
  ...{ carrier: 'UPS', trackingNumber: null, shippedOn: TODAY, deliveredOn: null },
  reportedAt: instant(Date.UTC(2026, 10, 24)),
};

const shipmentAnswer = (lease: LeaseView) => ({
  shipmentId: SHIPMENT.shipmentId,
  outstanding: SHIPMENT.lines,
  lease,
});

const ANSWERS: Readonly<Record<string, (lease: LeaseView) => unknown>> = {
  requestReturnAuthorization: () => RETURN_AUTHORIZATION,
  submitShipment: shipmentAnswer,
  confirmShipment: shipmentAnswer,
  submitLeaseReturn: returnAnswer,
  submitPayment: () => PAYMENT_LINE,
  cancelPayment: () => PAYMENT_LINE,
  submitInvoiceInformation: (lease) => ({ ...lease, pricing: PRICING, signingUrl: `/sign/${TOKEN}` }),
};

export const fakeCommands = (): LeaseCommands => ({
  apply: async ({ caller }) =>
    accepted(leaseView(caller.merchantId === 'M-2' ? { leaseId: leaseId(OTHER_LEASE) } : {})),
  async submit({ caller, leaseId: id, operationId }) {
    const lease = ownLease(caller, id);
    return accepted((ANSWERS[operationId] ?? ((view: LeaseView) => view))(lease));
  },
  derivedKey: async (_caller, { operationId }) => `content-${operationId}`,
  async sign({ token }) {
    knownToken(token);
    return accepted({ status: 'lease_accepted', statusLabel: 'Lease Accepted' });
  },
});

function knownToken(token: string): void {
  if (token === DEAD_TOKEN) throw new LeaseError('SIGNING_LINK_DEAD', 'this link is no longer valid');
  if (token !== TOKEN) throw new LeaseError('NOT_FOUND', 'nothing at this address');
}

export const fakeReads = (): LeaseReads => ({
  byId: async (caller, id) => ownLease(caller, id),
  list: async (caller) => ({
    data: [OWN_LEASE, OTHER_LEASE].flatMap((id) => {
      const lease = leaseView({ leaseId: leaseId(id), merchantId: merchantId(id === OWN_LEASE ? 'M-1' : 'M-2') });
      return caller.merchantId === null || caller.merchantId === lease.merchantId ? [lease] : [];
    }),
    nextCursor: null,
  }),
  lookup: async (_caller, key) => (key.last4Ssn === '6789' ? [leaseView()] : []),
  pricing: async (caller, id) => ({ ...PRICING, firstDueOn: (ownLease(caller, id), null) }),
  estimate: async () => PRICING,
  async schedule(caller, id) {
    ownLease(caller, id);
    const payment = { paymentId: 'PAY-1', number: 1, dueOn: TODAY, amountCents: cents(7_504), state: 'scheduled' };
    return { payments: [payment], totalCents: cents(7_504), initialPaymentCents: cents(4_900) };
  },
  async shipments(caller, id) {
    ownLease(caller, id);
    return [SHIPMENT];
  },
  async timeline(caller, id) {
    ownLease(caller, id);
    const at = instant(Date.UTC(2026, 10, 24));
    const event = { sequence: 1, type: 'lease.approved', at, actor: 'engine', channel: 'api', data: {} };
    return { data: [event], nextCursor: null };
  },
  async message(caller, id, message) {
    ownLease(caller, id);
    if (message !== 'message-1') throw new LeaseError('NOT_FOUND', 'no such message');
    const verdict = { outcome: 'accepted', code: null, status: 'approved', version: 1 } as const;
    return { leaseId: id, messageId: messageId(message), ...verdict };
  },
  async customer(caller, id) {
    ownLease(caller, id);
    return { leaseId: id, ...CUSTOMER };
  },
  async agreement(token) {
    knownToken(token);
    return { agreementSha256: 'a'.repeat(64), language: 'en', title: 'Lease-purchase agreement' };
  },
});

/** A cart of one line, and leave to return its goods. */
export const fakeCommerce = (): CommerceReads => ({
  async cart(caller, id) {
    ownLease(caller, id);
    const line = { lineNumber: 1, priceEachCents: cents(100_000), leftQuantity: 1, leftCents: cents(100_000) };
    return { cartId: 1, signingUrl: `/sign/${TOKEN}`, invoiceTotalCents: cents(100_000), left: [line] };
  },
  newestAuthorizationCode: async (caller, id) => (ownLease(caller, id), 'RA7K-2M4P-9QXT'),
  note: async (caller, id) => void ownLease(caller, id),
});

export const fakeSandbox = (): Sandbox => ({
  async advanceClock(caller, id) {
    ownLease(caller, id);
    return { leaseId: id, now: instant(Date.UTC(2027, 0, 1)) };
  },
  setDecisionEngine: async () => undefined,
  dailyRun: async (_caller, asOf) => [
    { businessOn: asOf, fundingRunId: `FRUN-${asOf}`, collectionRunId: `CRUN-${asOf}` },
  ],
  takeBankFile: async (text) => {
    const { header } = parseAchFile(text);
    const entry = { traceNumber: '121042880000001', code: 'R01', result: 'applied' } as const;
    return { fileId: `BFL-${header.fileIdModifier}`, entries: [entry] };
  },
});

export interface LogLine {
  level: 'info' | 'error';
  fields: object;
  message: string;
}

/** Everything the app needs, with a log that can be read. Fresh for each test. */
export function fakeDeps(over: Partial<ApiDeps> = {}): ApiDeps & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  return {
    keys: { authenticate: async (keyId, secret) => (secret === 'secret' ? CALLERS[keyId] : undefined) },
    commands: fakeCommands(),
    reads: fakeReads(),
    money: fakeMoney(),
    documents: fakeDocuments(),
    commerce: fakeCommerce(),
    fundingFiles: fakeFundingFiles(),
    webhooks: fakeWebhooks(),
    readiness: async () => ({ database: true, temporal: true, migrations: true }),
    sandbox: fakeSandbox(),
    clock: { today: () => TODAY },
    logger: {
      info: (fields, message) => void lines.push({ level: 'info', fields, message }),
      error: (fields, message) => void lines.push({ level: 'error', fields, message }),
    },
    metrics: { observe: () => undefined, text: async () => '# no metrics\n' },
    limits: { requestsPerMinute: 100_000, openRequestsPerMinute: 100_000 },
    checksAnswers: true,
    lines,
    ...over,
  };
}
