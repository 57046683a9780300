import { createApp } from '../../../api/app';
import type { CommandAnswer, LeaseCommand } from '../../../api/ports';
import { leaseId, messageId } from '../../../domain/ids';
import { PAYMENT, PURCHASE, RETURN } from '../support/bodies';
import { accepted, fakeCommands, fakeDeps, OWN_LEASE } from '../support/fake-ports';
import { callOperation } from '../support/requests';

/** @param answer of the lease, whatever is reported */
function appAnswering(answer: CommandAnswer, seen: LeaseCommand[] = []) {
  const submit = async (command: LeaseCommand) => (seen.push(command), answer);
  return createApp(fakeDeps({ commands: { ...fakeCommands(), submit }, checksAnswers: false }));
}

const refused = (code: 'RETURN_NOT_ELIGIBLE' | 'RETURN_EXCEEDS_LINE', replayed = false): CommandAnswer => ({
  ...{ outcome: 'refused', replayed, code, detail: 'the lease has ended', from: 'funded', event: 'x' },
});

describe('a report on goods or money', () => {
  it.each([
    ['requestReturnAuthorization', undefined, { event: 'returnAuthorizationRequested' }],
    ['submitLeaseReturn', RETURN, { event: 'returnSubmitted', returnedOn: RETURN.returnedOn }],
    ['submitPayment', PAYMENT, { event: 'paymentSubmitted' }],
    ['cancelPayment', { paymentId: 'no-paymentId' }, { event: 'paymentCancelled', paymentId: 'no-paymentId' }],
    ['acceptPurchase', PURCHASE, { event: 'purchaseAccepted', quoteId: PURCHASE.quoteId }],
  ])('%s keeps its request whole, and tells the lease ids and dates alone', async (operationId, body, report) => {
    const seen: LeaseCommand[] = [];
    await callOperation(appAnswering(accepted({}), seen), operationId);

    expect(seen).toEqual([expect.objectContaining({ leaseId: OWN_LEASE, operationId, body, report })]);
    expect(JSON.stringify(seen[0]?.report)).not.toContain('tok_');
  });

  it('may name a payment only as payments are named', async () => {
    const seen: LeaseCommand[] = [];
    const app = appAnswering(accepted({}), seen);
    const { status, body } = await callOperation(app, 'cancelPayment', { leaseId: `${OWN_LEASE}/payments/a%2Fb?` });

    expect([status, body.code, seen]).toEqual([404, 'NOT_FOUND', []]);
  });
});

describe('a return authorization', () => {
  it.each([false, true])('that the lease refuses is a 200 that says no and why; repeated: %s', async (isRepeat) => {
    const app = appAnswering(refused('RETURN_NOT_ELIGIBLE', isRepeat));
    const { status, body, headers } = await callOperation(app, 'requestReturnAuthorization');

    expect(status).toBe(200);
    expect(body).toEqual({
      isReturnEligible: false,
      authorizationCode: null,
      validUntilAt: null,
      reasons: ['the lease has ended'],
    });
    expect(headers['idempotent-replayed']).toBe(isRepeat ? 'true' : undefined);
  });

  it('needs no body, and takes an empty one', async () => {
    const app = createApp(fakeDeps());
    const answers = [undefined, {}, { colour: 'red' }].map((body) =>
      callOperation(app, 'requestReturnAuthorization', { body }),
    );

    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 400]);
  });

  it('that is not decided in time is 202 with the place to ask for it', async () => {
    const pending = { leaseId: leaseId(OWN_LEASE), messageId: messageId('m-1') };
    const app = appAnswering({ outcome: 'pending', replayed: false, ...pending });
    const { status, headers } = await callOperation(app, 'requestReturnAuthorization');

    expect([status, headers['location']]).toEqual([202, `/v1/leases/${OWN_LEASE}/messages/m-1`]);
  });

  it('is the only report whose refusal is an answer', async () => {
    const { status, body } = await callOperation(appAnswering(refused('RETURN_NOT_ELIGIBLE')), 'submitLeaseReturn');

    expect([status, body.code]).toEqual([409, 'RETURN_NOT_ELIGIBLE']);
  });
});
