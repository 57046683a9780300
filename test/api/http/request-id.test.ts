import { createApp } from '../../../api/app';
import type { LeaseCommand } from '../../../api/ports';
import { accepted, fakeCommands, fakeDeps, leaseView, OWN_LEASE, TOKEN } from '../support/fake-ports';
import { APPLICATION, SIGNATURE } from '../support/bodies';
import { callOperation } from '../support/requests';

describe('the request id', () => {
  it('of the caller is taken, returned, logged and handed to the lease', async () => {
    const seen: LeaseCommand[] = [];
    const commands = {
      ...fakeCommands(),
      submit: async (command: LeaseCommand) => (seen.push(command), accepted(leaseView())),
    };
    const deps = fakeDeps({ commands });
    const answer = await callOperation(createApp(deps), 'cancelContract').set('X-Request-Id', 'mine-1');

    expect(answer.headers['x-request-id']).toBe('mine-1');
    expect(seen[0]?.requestId).toBe('mine-1');
    expect(deps.lines[0]?.fields).toMatchObject({ requestId: 'mine-1' });
  });

  it('of a refusal stands in the body as well', async () => {
    const { headers, body } = await callOperation(createApp(fakeDeps()), 'requestLeaseInformation', {
      leaseId: '1000000001',
    });

    expect(body.requestId).toBe(headers['x-request-id']);
  });

  it.each(['', 'two words', 'x'.repeat(129), 'é'])('%j is replaced by one of ours', async (given) => {
    const { headers } = await callOperation(createApp(fakeDeps()), 'checkHealth').set('X-Request-Id', given);

    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('differs from request to request', async () => {
    const app = createApp(fakeDeps());
    const ids = [await callOperation(app, 'checkHealth'), await callOperation(app, 'checkHealth')];

    expect(new Set(ids.map(({ headers }) => headers['x-request-id'])).size).toBe(2);
  });
});

describe('the log', () => {
  it('has one line a request: who asked what about which lease, and how it ended', async () => {
    const deps = fakeDeps();
    await callOperation(createApp(deps), 'requestTimeline');

    expect(deps.lines).toHaveLength(1);
    expect(deps.lines[0]).toMatchObject({
      level: 'info',
      fields: { operationId: 'requestTimeline', keyId: 'retailer', leaseId: OWN_LEASE, method: 'GET', status: 200 },
    });
  });

  it('holds nothing of bodies, keys, links or queries', async () => {
    const deps = fakeDeps();
    const app = createApp(deps);
    await callOperation(app, 'submitApplication', { body: { ...APPLICATION, surplus: 1 } });
    await callOperation(app, 'submitSignature');
    await callOperation(app, 'listLeases').query({ invoiceNumber: 'INV-SECRET', surplus: 'x' });
    await callOperation(app, 'lookupLease');

    const log = JSON.stringify(deps.lines);
    const { customer, bankAccount } = APPLICATION;
    const secrets = [customer.ssn, customer.lastName, customer.email, bankAccount.accountNumber, TOKEN, 'INV-SECRET'];
    for (const secret of [...secrets, '6789', '.secret', SIGNATURE.cardToken]) expect(log).not.toContain(secret);
    expect(deps.lines).toHaveLength(4);
  });
});
