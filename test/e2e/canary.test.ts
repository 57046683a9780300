import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, databaseDump, disguises, filesBelow, findings, histories } from '../support/e2e-canary';
import { type Sandbox, sandboxAt } from '../support/e2e-client';
import * as leases from '../support/e2e-leases';
import { startSystem } from '../support/e2e-system';

/** What people told us, and nothing else in the world says. Each is planted where its name says. */
const PLANTED = {
  firstName: 'Zebulonia',
  lastName: 'Quixotérra',
  // After the first digit, which tells the sandbox's engine what to decide.
  ssn: '23478891',
  ssnAsTyped: '23-47-8891',
  dateOfBirth: '1987-06-13',
  email: 'zq.canary@wendelstein-mail.example',
  mobilePhone: '9365550147',
  line1: '4711 Wendelstein Terrace',
  line2: 'Apt Xylograph',
  city: 'Gunbarrelton',
  accountNumber: '90817263544411',
  signedName: 'Signatrix Zeb Quix',
  reason: 'her aunt Philomenia vouches for her',
  reference: 'passport-X99-of-Zeb',
} as const;

/** Everyone's way: applied, reviewed, documented, signed with a refused card, delivered, looked up, cancelled, expired. */
async function live({
  bestsofa,
  support,
  care,
  nobody: customer,
}: Sandbox): Promise<{ leaseIds: string[]; urls: string[] }> {
  const { firstName, lastName, dateOfBirth, email, mobilePhone, line1, line2, city, reason, reference } = PLANTED;
  const address = { line1, line2, city, state: 'TX', postalCode: '75201' };
  const bankAccount = { routingNumber: '111000025', accountNumber: PLANTED.accountNumber, accountType: 'savings' };
  const apply = async (firstDigit: string) => {
    const ssn = `${firstDigit}${PLANTED.ssnAsTyped}`;
    const person = { firstName, lastName, ssn, dateOfBirth, email, mobilePhone, address };
    const key = `${email}/${firstDigit}${String(leaseIds.length)}`;
    const answer = await bestsofa.post('/v1/applications', leases.applicationBody(person, { bankAccount }), key);
    leaseIds.push(leases.expectStatus(answer, 201).body.leaseId);
    return `/v1/leases/${String(leaseIds.at(-1))}`;
  };
  const leaseIds: string[] = [];
  const urls: string[] = [];

  const denied = await apply('7');
  await support.post(`${denied}/review`, { reason }, `review/${email}`);
  leases.expectStatus(await support.post(`${denied}/review/decision`, { decision: 'denied', reason }), 200);
  const asked = await apply('6');
  const documents = { documents: [{ kind: 'photo_id', reference }], decision: 'approved' };
  leases.expectStatus(await support.post(`${asked}/documents`, documents), 200);

  const path = await apply('5');
  const contracts = await leases.invoiced(bestsofa, String(leaseIds.at(-1)));
  urls.push(contracts.signing);
  const { signedName } = PLANTED;
  leases.expectStatus(await leases.sign(customer, contracts, { signedName, cardToken: 'tok_declined' }), 402);
  leases.expectStatus(await leases.sign(customer, contracts, { signedName }), 200);
  const today = await leases.leaseToday(bestsofa, { path });
  leases.expectStatus(await leases.deliver(bestsofa, { path }, '2020-01-01'), 422);
  leases.expectStatus(await leases.deliver(bestsofa, { path }, today), 200);

  const expiring = await apply('5');
  await leases.advance(bestsofa, String(leaseIds.at(-1)), { days: 91 });
  leases.expectStatus(await bestsofa.post(`${expiring}/invoice`, leases.invoiceBody(), `late/${email}`), 409);
  const born = { lastName: lastName.toUpperCase(), birthYear: 1987, birthMonth: 6 };
  await bestsofa.post('/v1/leases/lookup', { last4Ssn: PLANTED.ssn.slice(-4), ...born });
  await bestsofa.post('/v1/leases/lookup', { last4Ssn: '0002', mobilePhone });
  leases.expectStatus(await care.get(`${path}/customer`), 200);
  // A broken request with personal values in the wrong places.
  leases.expectStatus(
    await bestsofa.post('/v1/applications', { customer: { ssn: PLANTED.ssn }, [email]: lastName }),
    400,
  );
  leases.expectStatus(await bestsofa.get(`/v1/leases/${encodeURIComponent(email)}`), 404);
  return { leaseIds, urls };
}

/** All that a system has kept or said after such a day. */
async function everythingOf(env: Record<string, string>): Promise<Corpus> {
  const system = await startSystem(env);
  try {
    const sandbox = sandboxAt(system.dataDir);
    const { temporalAddress, temporalNamespace } = JSON.parse(
      readFileSync(join(system.dataDir, 'sandbox.json'), 'utf8'),
    );
    const { leaseIds, urls } = await live(sandbox);
    const metrics = await sandbox.operations.get('/metrics');
    const asked: Corpus = [
      ...(await databaseDump(sandbox.databaseUrl)),
      ...(await histories(temporalAddress, temporalNamespace, leaseIds)),
      ['metrics', Buffer.from(metrics.text)],
      ['URLs', Buffer.from(urls.join('\n'))],
    ];
    await system.stop();
    return [...asked, ...filesBelow(system.dataDir), ['logs', Buffer.from(system.output())]];
  } finally {
    await system.stop();
    system.remove();
  }
}

describe('what a customer tells us is nowhere in what we keep or print', () => {
  it.each(Object.entries(PLANTED))('%s', (_field, text) => {
    expect(findings(sealed, text)).toEqual([]);
  });

  it('and everything was searched: database, Temporal, histories, logs', () => {
    const names = sealed.map(([name]) => name);
    for (const part of ['temporal.db', 'table public.applicants', 'table public.requests', 'logs', 'URLs']) {
      expect(names).toContain(part);
    }
    expect(names.filter((name) => name.startsWith('history of')).length).toBe(4);
    expect(names.filter((name) => name.startsWith('database/')).length).toBeGreaterThan(100);
    const logs = sealed.find(([name]) => name === 'logs')?.[1].toString() ?? '';
    expect(logs).toContain('"operationId":"submitSignature"');
  });

  it.each(Object.entries(PLANTED).filter(([field]) => field !== 'ssnAsTyped'))(
    'while the same search finds %s when nothing is encrypted',
    (_field, text) => {
      const found = findings(open, text);
      expect(found.filter((place) => place.startsWith('table '))).not.toEqual([]);
    },
  );

  it('in every disguise', () => {
    for (const [disguise, bytes] of disguises(PLANTED.lastName)) {
      const corpus: Corpus = [['page', Buffer.concat([Buffer.from('--'), bytes, Buffer.from('--')])]];
      expect(findings(corpus, PLANTED.lastName)).toContain(`page: ${disguise}`);
    }
    for (const shift of [0, 1, 2, 3, 4]) {
      const around = Buffer.from(`${'x'.repeat(shift)}{"a":"${PLANTED.lastName}"}`);
      for (const encoding of ['base64', 'base64url', 'hex', 'utf8'] as const) {
        expect(findings([['page', Buffer.from(around.toString(encoding))]], PLANTED.lastName)).not.toEqual([]);
      }
    }
  });

  let sealed: Corpus = [];
  let open: Corpus = [];
  beforeAll(async () => {
    const off = join(__dirname, 'programs/encryption-off.cjs');
    sealed = await everythingOf({});
    open = await everythingOf({ NODE_OPTIONS: `--require ${off}` });
  });
});
