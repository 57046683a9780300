import { createApp } from '../../../api/app';
import type { CommandAnswer, LeaseCommand, LeaseCommands } from '../../../api/ports';
import { LeaseError } from '../../../domain/errors';
import { leaseId, messageId } from '../../../domain/ids';
import { accepted, fakeCommands, fakeDeps, leaseView, OWN_LEASE } from '../support/fake-ports';
import { callOperation, OPERATIONS } from '../support/requests';

const idsWith = (idempotency: string) =>
  OPERATIONS.filter((operation) => operation.idempotency === idempotency).map(({ operationId }) => operationId);

function appAnswering(answer: CommandAnswer | LeaseError, seen: Partial<LeaseCommand>[] = []) {
  const commands: LeaseCommands = {
    ...fakeCommands(),
    async submit(command) {
      seen.push(command);
      if (answer instanceof LeaseError) throw answer;
      return answer;
    },
  };
  return createApp(fakeDeps({ commands, checksAnswers: false }));
}

describe('Idempotency-Key', () => {
  it('is required on every call of a retailer or of support that changes something, and only there', () => {
    const changing = OPERATIONS.filter(({ scope, method, operationId, tag }) => {
      // The incumbent's routes and files are their own keys (api.md "channels").
      if (tag === 'Commerce API' || operationId === 'submitFundingFile') return false;
      const isChange = ['delete', 'patch'].includes(method) || (method === 'post' && !NO_CHANGE.includes(operationId));
      // What operations may do is safe to repeat by itself.
      return isChange && scope !== 'none' && scope !== 'operations';
    });
    expect(idsWith('required').sort()).toEqual(changing.map(({ operationId }) => operationId).sort());
  });

  it.each(idsWith('required'))('missing on %s: 400 IDEMPOTENCY_KEY_MISSING', async (operationId) => {
    const answer = await callOperation(createApp(fakeDeps()), operationId).unset('Idempotency-Key');

    expect([answer.status, answer.body.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
  });

  it.each([
    ['a space', 'two words'],
    ['more than 255 characters', 'k'.repeat(256)],
    ['letters beyond ASCII', 'schlüssel'],
  ])('with %s is not valid, and named', async (_what, key) => {
    const call = callOperation(createApp(fakeDeps()), 'cancelContract').set('Idempotency-Key', key);
    const { status, body } = await call;

    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'VALIDATION_FAILED', '/headers/idempotency-key']);
  });

  it.each(['!', '~'.repeat(255)])('%s is a key', async (key) => {
    const seen: Partial<LeaseCommand>[] = [];
    await callOperation(appAnswering(accepted(leaseView()), seen), 'cancelContract').set('Idempotency-Key', key);

    expect(seen[0]?.idempotencyKey).toBe(key);
  });

  it('may be left out by the customer who signs, and is handed on when sent', async () => {
    const seen: (string | undefined)[] = [];
    const commands: LeaseCommands = {
      ...fakeCommands(),
      async sign({ idempotencyKey }) {
        seen.push(idempotencyKey);
        return accepted({ status: 'lease_accepted', statusLabel: 'Lease Accepted' });
      },
    };
    const app = createApp(fakeDeps({ commands }));
    await callOperation(app, 'submitSignature');
    await callOperation(app, 'submitSignature').set('Idempotency-Key', 'mine');

    expect(seen).toEqual([undefined, 'mine']);
  });
});

/** They ask, with a body too personal or too long for a URL, or change the sandbox only. */
const NO_CHANGE = ['lookupLease', 'estimatePricing', 'advanceClock'];

describe('a repeat', () => {
  it('is marked, with the answer of the first time', async () => {
    const answer = await callOperation(appAnswering(accepted({ as: 'then' }, true)), 'cancelContract');

    expect([answer.status, answer.body]).toEqual([200, { as: 'then' }]);
    expect(answer.headers['idempotent-replayed']).toBe('true');
  });

  it('of a refusal is marked too', async () => {
    const refused = { outcome: 'refused', replayed: true, code: 'BELOW_MINIMUM', detail: 'too low' } as const;
    const app = appAnswering({ ...refused, from: 'approved', event: 'invoiceSubmitted' });
    const answer = await callOperation(app, 'submitInvoiceInformation');

    expect([answer.status, answer.body.code]).toEqual([422, 'BELOW_MINIMUM']);
    expect(answer.headers['idempotent-replayed']).toBe('true');
  });

  it('is not claimed of a first answer', async () => {
    const answer = await callOperation(appAnswering(accepted(leaseView())), 'cancelContract');

    expect(answer.headers).not.toHaveProperty('idempotent-replayed');
  });

  it('with another request is refused by the port and told as 422', async () => {
    const app = appAnswering(new LeaseError('IDEMPOTENCY_KEY_REUSED', 'this key was used for another request'));
    const answer = await callOperation(app, 'cancelContract');

    expect([answer.status, answer.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });
});

describe('a verdict that is not there yet', () => {
  it('is 202 with the place to ask for it', async () => {
    const pending = { leaseId: leaseId(OWN_LEASE), messageId: messageId('r1/key 1') };
    const answer = await callOperation(
      appAnswering({ outcome: 'pending', replayed: false, ...pending }),
      'submitDeliveryConfirmations',
    );

    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ leaseId: OWN_LEASE, outcome: 'pending', messageId: 'r1/key 1' });
    expect(answer.headers['location']).toBe(`/v1/leases/${OWN_LEASE}/messages/r1%2Fkey%201`);
  });
});
