import { deskWorld, LEASE_PATH, OWN_LEASE, seen, TO_DELIVER } from './support/desk-world';

const PAGE = `${LEASE_PATH}/cancellation`;

describe('an order is cancelled at the desk', () => {
  it('only after it was asked once more, with what becomes of the money', async () => {
    const world = deskWorld({ lease: TO_DELIVER });
    expect(seen((await world.get(PAGE)).text)).toContain('The initial payment is refunded to the customer in full.');
    expect(world.told).toEqual([]);
    const unsigned = deskWorld({ lease: { status: 'contracts' }, visit: { language: 'es' } });
    expect(seen((await unsigned.get(PAGE)).text)).toContain('Aún no se ha pagado nada.');
  });

  it('as the API’s own operation', async () => {
    const world = deskWorld({ lease: TO_DELIVER });
    const answer = await world.post(PAGE);
    expect(answer.headers['location']).toBe(`/portal/leases/${OWN_LEASE}?done=cancellation`);
    expect(world.told[0]).toMatchObject({
      operationId: 'cancelContract',
      report: { event: 'contractCancelled' },
      idempotencyKey: 'content-cancelContract',
      caller: { channel: 'portal', keyId: 'usr_1' },
    });
  });

  it('and not when it is too late: no form, but what to do', async () => {
    const { text } = await deskWorld({ lease: { status: 'denied' } }).get(PAGE);
    expect(text).not.toContain('<button type="submit" class="grave"');
    expect(seen(text)).toContain('This is not possible on this lease now.');
  });
});

describe('a command that was not judged in time', () => {
  it.each([
    ['en', 'What you sent was accepted.'],
    ['es', 'Se aceptó lo que usted envió.'],
  ] as const)('says what became of it in %s', async (language, words) => {
    const { text } = await deskWorld({ visit: { language } }).get(`${LEASE_PATH}/messages/message-1`);
    expect(seen(text)).toContain(words);
  });
});
