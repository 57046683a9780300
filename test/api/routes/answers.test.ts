import { createApp } from '../../../api/app';
import type { LeaseCommand, LeaseReads, Sandbox } from '../../../api/ports';
import { calendarDate } from '../../../domain/calendar-date';
import { LeaseError } from '../../../domain/errors';
import { leaseId } from '../../../domain/ids';
import {
  accepted,
  CUSTOMER,
  fakeCommands,
  fakeDeps,
  fakeReads,
  fakeSandbox,
  leaseView,
  OWN_LEASE,
  PRICING,
  TOKEN,
} from '../support/fake-ports';
import { APPLICATION, DECISION, INVOICE } from '../support/bodies';
import { callOperation, OPERATIONS } from '../support/requests';

const recording = (seen: LeaseCommand[]) => ({
  ...fakeCommands(),
  submit: async (command: LeaseCommand) => (seen.push(command), accepted(leaseView())),
});

describe('commands', () => {
  it('hand over what was parsed, with the operation, the caller and the key of the repeat', async () => {
    const seen: LeaseCommand[] = [];
    await callOperation(createApp(fakeDeps({ commands: recording(seen) })), 'decideReview');

    expect(seen).toEqual([
      expect.objectContaining({
        leaseId: OWN_LEASE,
        operationId: 'decideReview',
        idempotencyKey: 'key-1',
        body: DECISION,
      }),
    ]);
    expect(seen[0]?.caller.keyId).toBe('support');
  });

  const onLeases = OPERATIONS.filter(
    ({ idempotency, path, rawBody }) => idempotency === 'required' && path.includes(':leaseId') && !rawBody,
  );
  it.each(onLeases.map(({ operationId }) => operationId))(
    '%s is handed over under its own name',
    async (operationId) => {
      const seen: LeaseCommand[] = [];
      await callOperation(createApp(fakeDeps({ commands: recording(seen), checksAnswers: false })), operationId);

      expect(seen.map((command) => command.operationId)).toEqual([operationId]);
    },
  );

  it('change nothing when the body is not valid', async () => {
    const seen: LeaseCommand[] = [];
    const app = createApp(fakeDeps({ commands: recording(seen) }));
    await callOperation(app, 'submitInvoiceInformation', { body: { ...INVOICE, surplus: 1 } });

    expect(seen).toEqual([]);
  });

  it('store an application without dashes and with one spelling of the phone', async () => {
    const seen: unknown[] = [];
    const apply = async ({ body }: { body: unknown }) => (seen.push(body), accepted(leaseView()));
    await callOperation(createApp(fakeDeps({ commands: { ...fakeCommands(), apply } })), 'submitApplication');

    const customer = { ...APPLICATION.customer, ssn: '512346789', mobilePhone: '+12145550134' };
    expect(seen).toEqual([{ ...APPLICATION, customer }]);
  });

  it('answer 201 to a repeated application as well', async () => {
    const apply = async () => accepted(leaseView(), true);
    const answer = await callOperation(
      createApp(fakeDeps({ commands: { ...fakeCommands(), apply } })),
      'submitApplication',
    );

    expect([answer.status, answer.headers['idempotent-replayed']]).toEqual([201, 'true']);
  });

  it('tell where no lease is created', async () => {
    const apply = () => Promise.reject(new LeaseError('STATE_NOT_SERVED', 'we do not serve MN'));
    const answer = await callOperation(
      createApp(fakeDeps({ commands: { ...fakeCommands(), apply } })),
      'submitApplication',
    );

    expect([answer.status, answer.body.code]).toEqual([422, 'STATE_NOT_SERVED']);
  });

  it('answer an invoice with price and signing link beside the lease', async () => {
    const { body } = await callOperation(createApp(fakeDeps()), 'submitInvoiceInformation');

    expect(body).toMatchObject({ leaseId: OWN_LEASE, pricing: PRICING, signingUrl: `/sign/${TOKEN}` });
  });
});

describe('reads', () => {
  const asked: unknown[] = [];
  const reads: LeaseReads = {
    ...fakeReads(),
    list: async (_caller, filters) => (asked.push(filters), { data: [], nextCursor: 'next' }),
    lookup: async (_caller, key) => (asked.push(key), []),
    byId: async () => leaseView({ isOkToDeliver: true, fundingScheduledFor: calendarDate('2026-12-01') }),
  };
  const app = createApp(fakeDeps({ reads }));
  beforeEach(() => asked.splice(0));

  it('list 25 where nothing is said, and as many as asked for', async () => {
    await callOperation(app, 'listLeases');
    const { body } = await callOperation(app, 'listLeases').query({ limit: '100', status: 'funded', cursor: 'abc' });

    expect(asked).toEqual([{ limit: 25 }, { limit: 100, status: 'funded', cursor: 'abc' }]);
    expect(body).toEqual({ data: [], nextCursor: 'next' });
  });

  it('answer a look-up that finds nothing with 204', async () => {
    const { status, text } = await callOperation(app, 'lookupLease', {
      body: { last4Ssn: '0001', mobilePhone: '2145550134' },
    });

    expect([status, text]).toEqual([204, '']);
    expect(asked).toEqual([{ last4Ssn: '0001', mobilePhone: '+12145550134' }]);
  });

  it('say of a delivery only what a store asks', async () => {
    const { body } = await callOperation(app, 'requestStatusWithDeliveryConfirmation');

    expect(body).toEqual({
      status: 'approved',
      statusLabel: 'Approved',
      isOkToDeliver: true,
      deliveredOn: null,
      fundingScheduledFor: '2026-12-01',
    });
  });

  it('put the label beside the status of a message', async () => {
    const { body } = await callOperation(app, 'requestMessage');

    expect(body).toMatchObject({ outcome: 'accepted', status: 'approved', statusLabel: 'Approved' });
  });
});

describe('the customer', () => {
  it.each([
    ['a field that nobody declared', { ssn: '512345678' }],
    ['a number that is not cut to its end', { accountLast4: '000123456' }],
    ['a name that is not masked', { customerNameMasked: 'Ana Peña' }],
    ['an address that is not masked', { emailMasked: 'ana@example.com' }],
  ])('is masked: %s is our own failure, not an answer', async (_what, over) => {
    const customer = async () => ({ leaseId: leaseId(OWN_LEASE), ...CUSTOMER, ...over });
    const { status, text } = await callOperation(
      createApp(fakeDeps({ reads: { ...fakeReads(), customer } })),
      'requestCustomer',
    );

    expect(status).toBe(500);
    for (const value of Object.values(over)) expect(text).not.toContain(value);
  });
});

describe('the sandbox', () => {
  it('moves a lease by days or to an instant', async () => {
    const moves: unknown[] = [];
    const sandbox: Sandbox = {
      ...fakeSandbox(),
      advanceClock: async (_caller, leaseId, by) => (moves.push(by), { leaseId, now: leaseView().createdAt }),
      setDecisionEngine: async (available) => void moves.push(available),
    };
    const app = createApp(fakeDeps({ sandbox }));
    await callOperation(app, 'advanceClock');
    await callOperation(app, 'advanceClock', { body: { advanceTo: '2027-01-01T06:00:00Z' } });
    const { body } = await callOperation(app, 'setDecisionEngine', { body: { available: false } });

    expect(moves).toEqual([{ advanceDays: 59 }, { advanceTo: '2027-01-01T06:00:00.000Z' }, false]);
    expect(body).toEqual({ available: false });
  });
});
