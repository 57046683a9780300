import { randomInt } from 'node:crypto';
import { sharedSandbox } from '../support/e2e-client';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

const { bestsofa, nobody: customer } = sharedSandbox();
const lookup = (body: object) => bestsofa.post('/v1/leases/lookup', body);

/** A name nobody else has, so that no other test's customer is found. */
const uniqueName = (name: string) =>
  `${name}${String.fromCharCode(...Array.from({ length: 8 }, () => 97 + randomInt(26)))}`;

async function someone(lastName: string) {
  const ssn = leases.newSsn();
  const mobilePhone = `972${randomInt(200, 999)}${randomInt(1000, 9999)}`;
  const { leaseId } = await leases.apply(bestsofa, {
    customer: { ssn, mobilePhone, lastName, dateOfBirth: '1985-11-03' },
  });
  return { leaseId, last4Ssn: ssn.slice(-4), mobilePhone, lastName };
}

const idsOf = ({ body }: { body: { data: { leaseId: string }[] } }) => body.data.map(({ leaseId }) => leaseId);

describe('a customer in the store is found', () => {
  it('by last four digits and lease, phone, or name with month of birth: the whole lease', async () => {
    const { leaseId, last4Ssn, mobilePhone, lastName } = await someone(uniqueName('Ruiz'));
    const lease = (await bestsofa.get(`/v1/leases/${leaseId}`)).body;
    for (const key of [
      { leaseId },
      { mobilePhone },
      { mobilePhone: `+1${mobilePhone}` },
      { lastName, birthYear: 1985, birthMonth: 11 },
      { lastName: lastName.toUpperCase(), birthYear: 1985, birthMonth: 11 },
    ]) {
      const answer = leases.expectStatus(await lookup({ last4Ssn, ...key }), 200);
      expect(answer.body).toEqual({ data: [lease] });
    }
  });

  it('whether the name is written Peña or Pena, O’Brien or OBRIEN', async () => {
    const tail = uniqueName('x');
    for (const [lastName, spellings] of [
      [`Peña${tail}`, [`Pena${tail}`, `PEÑA${tail}`, `Pen\u0303a${tail}`]],
      [`Pena-Cruz${tail}`, [`Peña Cruz${tail}`]],
      [`O'Brien${tail}`, [`OBRIEN${tail}`, `O’Brien${tail}`]],
    ] as const) {
      const { leaseId, last4Ssn } = await someone(lastName);
      for (const spelling of spellings) {
        const found = await lookup({ last4Ssn, lastName: spelling, birthYear: 1985, birthMonth: 11 });
        expect(idsOf(found)).toEqual([leaseId]);
      }
    }
  });

  it('with all actionable leases, newest first, and none that is Denied, Funded or expired', async () => {
    const ssn = leases.newSsn('5');
    const person = { mobilePhone: `903${randomInt(200, 999)}${randomInt(1000, 9999)}` };
    const apply = (digits: string) => leases.apply(bestsofa, { customer: { ...person, ssn: digits } });
    const approved = await apply(ssn);
    const contracts = await apply(ssn);
    await leases.invoiced(bestsofa, contracts.leaseId);
    await apply(`7${ssn.slice(1)}`);
    const expired = await apply(ssn);
    await leases.advance(bestsofa, expired.leaseId, { days: 91 });
    const preApproved = await apply(`6${ssn.slice(1)}`);
    await leases.funded(bestsofa, customer, { customer: { ...person, ssn } });
    const found = await lookup({ last4Ssn: ssn.slice(-4), mobilePhone: person.mobilePhone });
    expect(idsOf(found)).toEqual([preApproved.leaseId, contracts.leaseId, approved.leaseId]);
  });
});

describe('a look-up that finds nobody', () => {
  it('is 204 three times and 429 the fourth, for that customer key alone', async () => {
    const { last4Ssn, leaseId } = await someone(uniqueName('Miss'));
    const wrong = { last4Ssn, mobilePhone: `806${randomInt(200, 999)}${randomInt(1000, 9999)}` };
    for (let misses = 0; misses < 3; misses += 1) {
      const answer = await lookup(wrong);
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 204, text: '' });
    }
    const locked = await lookup(wrong);
    expectProblem(locked, 429, 'RATE_LIMITED');
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    expect((await lookup({ last4Ssn, leaseId })).status).toBe(200);
  });

  it('locks a customer key however the last four digits are guessed', async () => {
    const { last4Ssn, mobilePhone } = await someone(uniqueName('Guess'));
    const guesses = ['0001', '0002', '0003'].map((guess) => (guess === last4Ssn ? '0004' : guess));
    for (const guess of guesses) expect((await lookup({ last4Ssn: guess, mobilePhone })).status).toBe(204);
    expectProblem(await lookup({ last4Ssn, mobilePhone }), 429, 'RATE_LIMITED');
  });

  it.each([
    ['only the last four digits', { last4Ssn: '6789' }],
    ['a phone without them', { mobilePhone: '2145550134' }],
    ['two customer keys at once', { last4Ssn: '6789', leaseId: '4821907735', mobilePhone: '2145550134' }],
    ['a year without a month', { last4Ssn: '6789', lastName: 'Ruiz', birthYear: 1985 }],
    ['thirteen months', { last4Ssn: '6789', lastName: 'Ruiz', birthYear: 1985, birthMonth: 13 }],
    ['nothing', {}],
  ])('is 400 with %s', async (_what, body) => {
    expectProblem(await lookup(body), 400, 'VALIDATION_FAILED');
  });
});
