import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { loadLocalSettings, PROJECT_ROOT } from '../config/local-settings';
import { addBankingDays, onOrNextBankingDay } from '../domain/banking-calendar';
import { calendarDate, type CalendarDate } from '../domain/calendar-date';
import { DemoCaller, dollars } from './demo-caller';
import { type DemoCustomer, openLease } from './demo-portfolio';
import { Refusal } from './refusal';
import { readSandboxFile, type SandboxSeed } from './sandbox-file';

type Json = Record<string, unknown>;

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const silent = (): void => undefined;

const TX = { storeId: 'sto_dallas', state: 'TX', isAutopay: true, tableCents: 30_000 } as const;
const NY = { storeId: 'sto_albany', state: 'NY', isAutopay: true, tableCents: 25_000 } as const;

const BEST_SOFA: readonly DemoCustomer[] = [
  { ...TX, says: 'pays on time', lastName: 'Ruiz', payFrequency: 'weekly', accountNumber: '40010002345' },
  { ...TX, says: 'returns the table', lastName: 'Lee', payFrequency: 'weekly', accountNumber: '40010002346' },
  { ...TX, says: 'returns everything', lastName: 'Fox', payFrequency: 'weekly', accountNumber: '40010002347' },
  { ...TX, says: 'has no money (R01)', lastName: 'Diaz', payFrequency: 'weekly', accountNumber: '40010000001' },
  { ...TX, says: 'has a closed account (R02)', lastName: 'Kim', payFrequency: 'weekly', accountNumber: '40010000002' },
  { ...TX, says: 'has moved banks (C01)', lastName: 'Pena', payFrequency: 'weekly', accountNumber: '40010000098' },
  { ...TX, says: 'buys it out', lastName: 'Cruz', payFrequency: 'biWeekly', accountNumber: '40010002348' },
];
const ACME: readonly DemoCustomer[] = [
  { ...NY, says: 'pays on time', lastName: 'Olsen', payFrequency: 'weekly', accountNumber: '50010002345' },
  {
    ...NY,
    says: 'pays by card',
    lastName: 'Hunt',
    payFrequency: 'weekly',
    accountNumber: '50010002346',
    isAutopay: false,
  },
];

/** A small portfolio through a month of banking days, by the API alone; at the end the books against the bank. */
async function demoMonth(): Promise<void> {
  const sandbox = readSandboxFile(join(loadLocalSettings().dataDir, 'sandbox.json'));
  const { operations, stores } = callersOf(sandbox);
  const today = localToday();
  const leases = new Map<string, string>();
  for (const [caller, customers] of stores) {
    for (const customer of customers) {
      const leaseId = await openLease(caller, customer, today);
      leases.set(customer.lastName, leaseId);
      write(`${leaseId}  ${customer.lastName.padEnd(6)} ${customer.says}`);
    }
  }

  const firstOn = await firstDay(operations, today);
  const days = (count: number): CalendarDate => addBankingDays(firstOn, count);
  const [[bestSofa], [acme]] = [stores[0] ?? missing(), stores[1] ?? missing()];
  await runTo(operations, firstOn);
  await runTo(operations, days(9));
  await giveBack(bestSofa, leases.get('Lee'), days(9), [{ lineNumber: 2 }]);
  await giveBack(bestSofa, leases.get('Fox'), days(9));
  await payByCard(acme, leases.get('Hunt'));
  await runTo(operations, days(14));
  await buyOut(bestSofa, leases.get('Cruz'));
  await runTo(operations, days(22));

  write('\nlease       servicing          paid         rent to pay   fees due');
  for (const [caller, customers] of stores) {
    for (const { lastName } of customers) await showAccount(caller, leases.get(lastName) ?? '', lastName);
  }
  await showRuns(operations);
  write('\nThe books, against the simulated bank:');
  process.exitCode = await books();
}

function callersOf(sandbox: SandboxSeed & { apiUrl: string }): {
  operations: DemoCaller;
  stores: [DemoCaller, readonly DemoCustomer[]][];
} {
  const caller = (apiKey: string): DemoCaller => new DemoCaller(sandbox.apiUrl, apiKey, silent);
  const [bestSofa, acme] = sandbox.retailers;
  if (!bestSofa || !acme) throw new Refusal('sandbox.json does not name two retailers.');
  return {
    operations: caller(sandbox.operations.apiKey),
    stores: [
      [caller(bestSofa.apiKey), BEST_SOFA],
      [caller(acme.apiKey), ACME],
    ],
  };
}

/** The newest run may lie ahead of the clock: an earlier month was simulated already. */
async function firstDay(operations: DemoCaller, today: CalendarDate): Promise<CalendarDate> {
  const { data } = await operations.call('GET', '/v1/funding-runs?limit=1');
  const [newest] = data as { businessOn: string }[];
  // Behind today's cut-off the leases belong to the next banking day.
  const soonest = addBankingDays(onOrNextBankingDay(today), 1);
  const next = newest ? addBankingDays(calendarDate(newest.businessOn), 1) : soonest;
  return next > soonest ? next : soonest;
}

async function runTo(operations: DemoCaller, asOf: CalendarDate): Promise<void> {
  const { days } = await operations.call('POST', '/v1/sandbox/daily-run', { asOf });
  write(`\nran ${(days as Json[]).length} banking days, up to ${asOf}`);
}

async function giveBack(caller: DemoCaller, leaseId = '', returnedOn: CalendarDate, lines?: Json[]): Promise<void> {
  const lease = `/v1/leases/${leaseId}`;
  const { authorizationCode } = await caller.call('POST', `${lease}/return-authorization`);
  const body = { authorizationCode, actionType: 'return', returnedOn, ...(lines ? { lines } : {}) };
  const posted = await caller.call('POST', `${lease}/returns`, body);
  const [debit, refund] = [posted['merchantDebitCents'], posted['customerRefundCents']];
  write(`${leaseId}  returned: merchant debit ${dollars(Number(debit))}, customer refund ${dollars(Number(refund))}`);
}

async function payByCard(caller: DemoCaller, leaseId = ''): Promise<void> {
  const lease = `/v1/leases/${leaseId}`;
  const { payments } = await caller.call('GET', `${lease}/payment-schedule`);
  const [first] = payments as { amountCents: number }[];
  await caller.call('POST', `${lease}/payments`, { amountCents: first?.amountCents, cardToken: 'tok_ok' });
  write(`${leaseId}  paid ${dollars(first?.amountCents ?? 0)} by card`);
}

async function buyOut(caller: DemoCaller, leaseId = ''): Promise<void> {
  const option = `/v1/leases/${leaseId}/purchase-option`;
  const { quoteId, amountCents, formula } = await caller.call('GET', option);
  await caller.call('POST', `${option}/acceptance`, { quoteId, cardToken: 'tok_ok' });
  write(`${leaseId}  bought out for ${dollars(Number(amountCents))} (${String(formula)})`);
}

async function showAccount(caller: DemoCaller, leaseId: string, lastName: string): Promise<void> {
  const lease = await caller.call('GET', `/v1/leases/${leaseId}`);
  const account = await caller.call('GET', `/v1/leases/${leaseId}/payments`);
  const cells = ['totalPaidCents', 'remainingCents', 'feesDueCents'].map((field) => dollars(Number(account[field])));
  const [paid = '', rest = '', fees = ''] = cells;
  const state = String(lease['servicingState']).padEnd(17);
  write(`${leaseId}  ${state}  ${paid.padEnd(12)} ${rest.padEnd(13)} ${fees.padEnd(8)} ${lastName}`);
}

async function showRuns(operations: DemoCaller): Promise<void> {
  const { data } = await operations.call('GET', '/v1/funding-runs?limit=100');
  write('\nfunding run         state      paid');
  for (const run of (data as Json[]).filter(({ paidCents }) => Number(paidCents) > 0).reverse()) {
    write(`${String(run['runId'])}     ${String(run['state']).padEnd(9)}  ${dollars(Number(run['paidCents']))}`);
  }
}

/** `npm run books`, in a process of its own. */
async function books(): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(PROJECT_ROOT, 'local', 'books.ts')], {
    stdio: 'inherit',
  });
  return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

function localToday(): CalendarDate {
  const text = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(new Date());
  return calendarDate(text);
}

function missing(): never {
  throw new Refusal('sandbox.json does not name two retailers.');
}

demoMonth().catch((error: unknown) => {
  write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
