import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SftpClient from 'ssh2-sftp-client';
import { readSandboxFile } from '../../local/sandbox-file';
import { eventually } from '../local/eventually';
import { DATA_DIR_VARIABLE } from '../support/e2e-system';
import { parseAchFile } from '../../domain/nacha/parse';
import { previousBankingDay, nextBankingDay, onOrNextBankingDay } from '../../domain/banking-calendar';
import { calendarDate } from '../../domain/calendar-date';
import { sharedSandbox } from '../support/e2e-client';
import { plusDays, todayIn } from '../support/e2e-dates';
import { Ledger } from '../support/e2e-ledger';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';
import { Runs } from '../support/e2e-runs';

jest.setTimeout(240_000);

const sandbox = sharedSandbox();
const { acme, bestsofa, operations, nobody: customer } = sandbox;
const ledger = new Ledger(sandbox);
const runs = new Runs(sandbox);

interface Payment {
  number: number;
  dueOn: string;
  amountCents: number;
  state: string;
}

const schedule = async (path: string): Promise<Payment[]> =>
  leases.expectStatus(await bestsofa.get(`${path}/payment-schedule`), 200).body.payments;

const authorized = async (path: string): Promise<string> =>
  leases.expectStatus(await bestsofa.post(`${path}/return-authorization`), 200).body.authorizationCode;

afterAll(async () => {
  await ledger.assertBooks();
  await ledger.close();
});

// Else what is posted before today's cut-off would be taken by today's run, and after it by the next one.
beforeAll(async () => {
  await runs.upTo(onOrNextBankingDay(calendarDate(todayIn('America/New_York'))));
});

describe('a banking day', () => {
  it('pays a merchant what its lines add up to, in a file that says the same, and only once', async () => {
    const lease = await leases.funded(acme, customer, { storeId: 'sto_albany' });
    const asOf = await runs.nextOn();
    const [day] = (await runs.upTo(asOf)).slice(-1);
    const runId = day?.fundingRunId ?? '';

    const { body: lines } = leases.expectStatus(await acme.get(`/v1/fundings?leaseId=${lease.leaseId}`), 200);
    expect(lines.data).toMatchObject([{ kind: 'funding', netCents: 100_000, state: 'in_file', runId }]);
    expect((await acme.get(lease.path)).body.fundingState).toBe('in_file');

    const { body: run } = leases.expectStatus(await acme.get(`/v1/funding-runs/${runId}`), 200);
    expect(run.effectiveOn).toBe(nextBankingDay(asOf));
    const csv = leases.expectStatus(await acme.get(`/v1/funding-runs/${runId}/report.csv`), 200).text;
    expect(csv.trim().split('\n').at(-1)).toContain(`,${run.paidCents},`);
    expectProblem(await acme.get(`/v1/funding-runs/${runId}/file`), 403, 'FORBIDDEN');
    const { text } = leases.expectStatus(await operations.get(`/v1/funding-runs/${runId}/file`), 200);
    const entries = parseAchFile(text.trimEnd()).batches.flatMap((batch) => batch.entries);
    expect(entries.find(({ traceNumber }) => traceNumber === run.traceNumber)?.amountCents).toBe(run.paidCents);

    expect(await runs.upTo(asOf)).toEqual([day]);
    await runs.upTo(nextBankingDay(asOf));
    expect((await acme.get(lease.path)).body.fundingState).toBe('settled');
    expect((await acme.get(`/v1/fundings?leaseId=${lease.leaseId}`)).body.data).toHaveLength(1);
  });

  // Here, not among the tests of files: only one file may run days of the shared system.
  it('lies as a report in the retailer’s out/ over SFTP, the bytes that the API gives', async () => {
    const lease = await leases.funded(bestsofa, customer);
    const [day] = (await runs.upTo(await runs.nextOn())).slice(-1);
    const { sftp, retailers } = readSandboxFile(join(process.env[DATA_DIR_VARIABLE] ?? '', 'sandbox.json'));
    const access = retailers[0]?.sftp;
    if (!sftp || !access) throw new Error('sandbox.json names no SFTP server');
    const client = new SftpClient();
    const { username, privateKeyPath } = access;
    await client.connect({ host: sftp.host, port: sftp.port, username, privateKey: readFileSync(privateKeyPath) });
    const path = `out/FUNDING_REPORT_${day?.businessOn ?? ''}.csv`;
    const laid = await eventually(async () => ((await client.exists(path)) ? textOf(client, path) : undefined));
    await client.end();
    expect(laid).toBe((await bestsofa.get(`/v1/funding-runs/${day?.fundingRunId ?? ''}/report.csv`)).text);
    expect(laid).toContain(lease.leaseId);
  }, 60_000);

  it('is refused where banks are closed, and behind what has run', async () => {
    expectProblem(await operations.post('/v1/sandbox/daily-run', { asOf: '2027-12-25' }), 422, 'NOT_A_BANKING_DAY');
    expectProblem(await bestsofa.post('/v1/sandbox/daily-run', { asOf: '2027-12-24' }), 403, 'FORBIDDEN');
    expectProblem(await operations.post('/v1/sandbox/daily-run', { asOf: '2021-03-01' }), 400, 'VALIDATION_FAILED');
  });
});

describe('a lease that is paid, partly returned and bought', () => {
  it('is debited on the day before each payday, and its figures follow domain.md example E to the cent', async () => {
    // Paydays from the day after the next run on: the shared system may have run months ahead.
    const firstPaydayOn = plusDays(await runs.nextOn(), 9);
    const income = { monthlyIncomeCents: 120_000, payFrequency: 'biWeekly' };
    // Nobody was paid on a day to come.
    const lastPaidOn = [plusDays(firstPaydayOn, -14), todayIn('America/New_York')].sort()[0];
    const lease = await leases.funded(bestsofa, customer, {
      changes: { income: { ...income, lastPaidOn, nextPaidOn: firstPaydayOn } },
    });
    const due = await schedule(lease.path);
    expect(due).toHaveLength(26);
    const already = due.filter(({ dueOn }) => dueOn < firstPaydayOn).length;
    const fourthOn = due[Math.max(4, already + 1) - 1]?.dueOn ?? '';
    const paidOn = onOrNextBankingDay(calendarDate(fourthOn));
    await runs.upTo(paidOn);
    const paid = (await schedule(lease.path)).filter(({ state }) => state === 'paid');
    expect(paid.map(({ number }) => number)).toEqual(due.filter(({ dueOn }) => dueOn <= fourthOn).map((p) => p.number));

    const authorizationCode = await authorized(lease.path);
    const returning = { authorizationCode, actionType: 'return', returnedOn: paidOn, lines: [{ lineNumber: 2 }] };
    const { body } = leases.expectStatus(await bestsofa.post(`${lease.path}/returns`, returning, 'return-1'), 200);
    expect(body).toMatchObject({ actionType: 'return', merchantDebitCents: 30_000, customerRefundCents: 0 });
    const rest = 195_100 - paid.length * 7_504;
    const open = (await schedule(lease.path)).filter(({ state }) => state === 'scheduled');
    const sum = open.reduce((total, { amountCents }) => total + amountCents, 0);
    expect(sum).toBe(Math.floor((rest * 7 + 5) / 10));
    expect(open[0]?.amountCents).toBe(Math.ceil(sum / open.length));

    const again = await bestsofa.post(`${lease.path}/returns`, returning, 'return-1');
    expect({ ...again.body }).toEqual(body);
    const second = { ...returning, authorizationCode: await authorized(lease.path) };
    expectProblem(await bestsofa.post(`${lease.path}/returns`, second), 422, 'RETURN_EXCEEDS_LINE');
    expectProblem(
      await bestsofa.post(`${lease.path}/returns`, { ...second, authorizationCode: 'AAAA-BBBB' }),
      422,
      'RETURN_AUTHORIZATION_MISMATCH',
    );

    const { body: quote } = leases.expectStatus(await bestsofa.get(`${lease.path}/purchase-option`), 200);
    const acceptance = { quoteId: quote.quoteId, cardToken: 'tok_ok' };
    const bought = await bestsofa.post(`${lease.path}/purchase-option/acceptance`, acceptance);
    expect(leases.expectStatus(bought, 200).body.servicingState).toBe('owned_by_buyout');
    const { body: history } = leases.expectStatus(await bestsofa.get(`${lease.path}/payments`), 200);
    expect(history).toMatchObject({ remainingCents: 0, feesDueCents: 0 });
    expect(history.totalPaidCents).toBe(4_900 + paid.length * 7_504 + Number(quote.amountCents));
    expectProblem(
      await bestsofa.post(`${lease.path}/payments`, { amountCents: 100, cardToken: 'tok_ok' }),
      409,
      'ILLEGAL_TRANSITION',
    );
  });
});

describe('a whole return', () => {
  it('ends the lease: the merchant owes the invoice, nothing is debited any more', async () => {
    const lease = await leases.funded(bestsofa, customer);
    const returnedOn = previousBankingDay(await runs.nextOn());
    const returning = { authorizationCode: await authorized(lease.path), actionType: 'return', returnedOn };
    const { body } = leases.expectStatus(await bestsofa.post(`${lease.path}/returns`, returning), 200);
    expect(body).toMatchObject({
      merchantDebitCents: 100_000,
      lease: { status: 'funded', servicingState: 'returned' },
    });
    expect((await schedule(lease.path)).map(({ state }) => state)).not.toContain('scheduled');
    const { body: eligible } = leases.expectStatus(await bestsofa.post(`${lease.path}/return-authorization`), 200);
    expect(eligible).toMatchObject({ isReturnEligible: false, authorizationCode: null });
    expectProblem(await bestsofa.post(`${lease.path}/returns`, returning), 409, 'RETURN_NOT_ELIGIBLE');
  });
});

async function textOf(client: SftpClient, path: string): Promise<string> {
  const bytes = await client.get(path);
  if (!Buffer.isBuffer(bytes)) throw new Error(`${path} is no file`);
  return bytes.toString('utf8');
}
