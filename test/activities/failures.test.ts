import { ApplicationFailure } from '@temporalio/activity';
import { guarded } from '../../activities/failures';
import { EngineUnavailable, ProcessorRefusedRequest, ProcessorUnreachable } from '../../activities/ports';
import { LeaseError } from '../../domain/errors';
import { leaseId } from '../../domain/ids';
import { ActivityWorld, INVOICE, PERSON } from '../support/activity-world';
import { ERRANDS } from '../support/activity-errands';
import { embeddedLedger } from '../support/ledger-database';

/** Every text in which a failure could carry something to a history: its own and those of what caused it. */
function told(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  return [failure.name, failure.message, failure.stack, JSON.stringify(failure), told(failure.cause)].join('\n');
}

async function failureOf(run: Promise<unknown>): Promise<unknown> {
  return await run.then(
    () => 'it did not fail',
    (error: unknown) => error,
  );
}

const failing = (error: unknown) => failureOf(guarded({ anActivity: async () => Promise.reject(error) }).anActivity());

describe('a failure that an activity hands to Temporal', () => {
  const { firstName, lastName, ssn } = PERSON.customer;
  const secret = `${firstName} ${lastName} ${ssn}`;

  it.each([
    ['a plain error', new Error(secret)],
    ['a type error', new TypeError(`cannot read ${secret}`)],
    [
      'an error of PostgreSQL',
      Object.assign(new Error(`duplicate key (${secret})`), { code: '23505', detail: secret }),
    ],
    ['what is no error', secret],
    ['an error with a cause', new Error('outer', { cause: new Error(secret) })],
  ])('keeps nothing of the words of %s', async (_what, error) => {
    const failure = await failing(error);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    for (const part of [firstName, lastName, ssn]) expect(told(failure)).not.toContain(part);
    expect(told(failure)).toContain('anActivity failed');
  });

  it('tells an operator the SQLSTATE and where it happened', async () => {
    const failure = await failing(Object.assign(new Error(secret), { name: 'error', code: '40P01' }));
    expect(failure).toMatchObject({ message: 'anActivity failed: error 40P01', type: 'error 40P01' });
    expect(told(failure)).toMatch(/failures\.test\.ts/);
  });

  it.each([
    [new EngineUnavailable('decision engine: 503'), 'EngineUnavailable', 'decision engine: 503'],
    [new ProcessorUnreachable('card processor: ECONNRESET'), 'ProcessorUnreachable', 'card processor: ECONNRESET'],
    [new ProcessorRefusedRequest('card processor: 400'), 'ProcessorRefusedRequest', 'card processor: 400'],
    [new LeaseError('LEASE_NOT_FOUND', 'no such lease'), 'LEASE_NOT_FOUND', 'no such lease'],
  ])('keeps our own words: %s', async (error, type, message) => {
    expect(await failing(error)).toMatchObject({ type, message });
  });

  it.each([new Error('any'), new ProcessorUnreachable('down'), new LeaseError('LEASE_NOT_FOUND', 'gone'), 'text'])(
    'is always retried, for an outage pauses a lease and never ends it: %s',
    async (error) => {
      expect(await failing(error)).toMatchObject({ nonRetryable: false });
    },
  );
});

describe('on a real database', () => {
  let world: ActivityWorld;
  beforeAll(async () => {
    world = await ActivityWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());

  const personal = [
    PERSON.customer.lastName,
    PERSON.customer.ssn,
    PERSON.customer.email,
    PERSON.bankAccount.accountNumber,
  ];

  it('a request row that cannot be opened says nothing of what is in it', async () => {
    const errand = await ERRANDS['recording a decision and an invoice at once']?.(world);
    if (!errand) throw new Error('there is no such errand');
    const body = Buffer.from(JSON.stringify({ ...INVOICE, note: PERSON.customer.lastName }));
    await world.db.updateTable('requests').set({ body }).where('lease_id', '=', errand.lease.leaseId).execute();
    const failure = await failureOf(world.run(errand.name, errand.input));
    expect(failure).toMatchObject({ type: expect.stringContaining('CipherError'), nonRetryable: false });
    for (const part of personal) expect(told(failure)).not.toContain(part);
  });

  it('a lease that SQL does not know fails by name only', async () => {
    const input = { leaseId: leaseId('1999999999'), recordings: [] };
    const failure = await failureOf(world.run('recordLease', input));
    expect(failure).toMatchObject({ message: expect.stringMatching(/^recordLease failed: \w+/), nonRetryable: false });
  });

  it('a processor that refuses our request is, for the customer, a card that does not work', async () => {
    const errand = await ERRANDS['taking the initial payment']?.(world);
    if (!errand) throw new Error('there is no such errand');
    world.partners.refuses = new ProcessorRefusedRequest('card processor: 422');
    await expect(world.run(errand.name, errand.input)).resolves.toMatchObject({ outcome: 'declined' });
    world.partners.refuses = undefined;
    expect(world.partners.done(errand.lease.leaseId)).toEqual([]);
  });

  it('an engine that is down is no failure: the lease is Pending, and knows its store’s clock', async () => {
    const errand = await ERRANDS['deciding an application']?.(world);
    if (!errand) throw new Error('there is no such errand');
    world.partners.refuses = new EngineUnavailable('decision engine: 503');
    const answer = await world.run(errand.name, errand.input);
    world.partners.refuses = undefined;
    expect(answer).toEqual({ clock: expect.any(Array) });
  });
});
