import { END_WORDS } from '../../../../api/portal/leases/apply/end-words';
import { APPLY_WORDS } from '../../../../api/portal/leases/apply/words';
import type { CommandAnswer, LeaseCommands } from '../../../../api/ports';
import { messageId } from '../../../../domain/ids';
import { LEASE_STATUSES } from '../../../../domain/lease-status';
import { accepted, leaseView } from '../../support/fake-ports';
import { LINK } from './support/fake-handovers';
import { deskWorld, type DeskWorld, OWN_LEASE, seen } from './support/desk-world';

const APPLY = `/apply/${LINK}`;

const FIELDS: Readonly<Record<string, string>> = {
  'customer.firstName': 'Ana',
  'customer.lastName': 'Ruiz',
  'customer.ssn': '512-34 6789',
  'customer.dateOfBirth': '4/17/1990',
  'customer.email': 'ana@example.com',
  'customer.mobilePhone': '1 (214) 555-0134',
  'customer.address.line1': '12 Elm St',
  'customer.address.line2': '',
  'customer.address.city': 'Dallas',
  'customer.address.state': 'TX',
  'customer.address.postalCode': '75201',
  'income.monthlyIncomeCents': '2,400',
  'income.payFrequency': 'biWeekly',
  'income.lastPaidOn': '2026-11-20',
  'income.nextPaidOn': '2026-12-04',
  'bankAccount.routingNumber': '111000025',
  'bankAccount.accountNumber': '0001 2345 6789',
  'bankAccount.accountType': 'checking',
  'consents.electronicDisclosures': 'yes',
  'consents.creditDecision': 'yes',
};

type Applied = Parameters<LeaseCommands['apply']>[0];

/** A world whose clerk has handed the device over, and the applications that reach the lease. */
async function handedOver(language: 'en' | 'es' = 'en', answer: CommandAnswer = accepted(leaseView())) {
  const world = deskWorld();
  const applied: Applied[] = [];
  world.apply = async (application) => {
    applied.push(application);
    return answer;
  };
  const started = await world.post('/applications', { storeId: 'S-1', language });
  return { world, applied, started };
}

const send = (world: DeskWorld, fields: Readonly<Record<string, string>> = FIELDS, query = '') =>
  world.post(`${APPLY}${query}`, fields);

describe('an application is handed over to the customer', () => {
  it('on a device on which nobody is signed in any more', async () => {
    const { world, started } = await handedOver();
    expect(started.headers['location']).toBe(`/portal/apply/${LINK}`);
    expect(world.signOutCount).toBe(1);
  });

  it('only for a store of the clerk’s own', async () => {
    const world = deskWorld();
    expect((await world.post('/applications', { storeId: 'S-2', language: 'en' })).status).toBe(400);
    expect((await world.post('/applications', { storeId: 'S-1', language: 'fr' })).status).toBe(400);
    expect(world.signOutCount).toBe(0);
    expect(world.handovers.handover).toBeUndefined();
  });

  it('as a form in the customer’s language that leads nowhere into the portal, and ticks nothing', async () => {
    const { world } = await handedOver('es');
    const { text } = await world.get(APPLY);
    expect(text).toContain('<html lang="es">');
    expect(seen(text)).toContain(APPLY_WORDS.es.explanation);
    expect(text).not.toMatch(/href="\/portal|action="\/portal\/(?!apply)/);
    expect(text).not.toContain('checked');
    expect(text.match(/type="checkbox"/g)).toHaveLength(4);
    expect((await world.get(`${APPLY}?language=en`)).text).toContain('<html lang="en">');
  });

  it('with no field that a browser would remember for the next customer', async () => {
    const { world } = await handedOver();
    const inputs = (await world.get(APPLY)).text.match(/<input(?! type="(hidden|checkbox)")[^>]*>/g) ?? [];
    expect(inputs.length).toBeGreaterThan(12);
    for (const input of inputs) expect(input).toContain('autocomplete="off"');
  });
});

describe('the customer’s application', () => {
  it('is what the API takes, by the clerk who began it, in the one store', async () => {
    const { world, applied } = await handedOver('es');
    expect((await send(world)).headers['location']).toBe(`/portal/apply/${LINK}/decision?language=es`);
    expect(applied[0]?.caller).toMatchObject({ keyId: 'usr_1', channel: 'portal', storeIds: ['S-1'] });
    expect(applied[0]?.body).toMatchObject({
      ...{ storeId: 'S-1', language: 'es' },
      customer: {
        ...{ firstName: 'Ana', ssn: '512346789', dateOfBirth: '1990-04-17', mobilePhone: '+12145550134' },
        address: { line1: '12 Elm St', city: 'Dallas', state: 'TX', postalCode: '75201' },
      },
      income: { monthlyIncomeCents: 240_000, payFrequency: 'biWeekly' },
      bankAccount: { accountNumber: '000123456789' },
      consents: { electronicDisclosures: true, creditDecision: true, smsSigning: false, marketing: false },
    });
  });

  it('needs each of the two agreements by itself', async () => {
    for (const consent of ['electronicDisclosures', 'creditDecision'] as const) {
      const { world, applied } = await handedOver();
      const { status, text } = await send(world, { ...FIELDS, [`consents.${consent}`]: '' });
      expect(status).toBe(400);
      expect(text).toContain(`href="#field-consents.${consent}"`);
      expect(applied).toEqual([]);
    }
  });

  it('comes back with what is wrong, and with what was typed nowhere but in the page', async () => {
    const { world, applied } = await handedOver();
    const wrong = { ...FIELDS, 'bankAccount.routingNumber': '111000026', 'customer.dateOfBirth': '2015-01-01' };
    const { status, text, headers } = await send(world, wrong);
    expect(status).toBe(400);
    expect(seen(text)).toContain('it is not a valid routing number');
    expect(seen(text)).toContain('must be 18 years or older');
    expect(text).toContain('value="Ruiz"');
    expect(JSON.stringify(headers)).not.toMatch(/Ruiz|6789/);
    expect(applied).toEqual([]);
  });

  it('is one, whatever is typed in the link a second time', async () => {
    const { world, applied } = await handedOver();
    await send(world);
    const again = await send(world, { ...FIELDS, 'customer.firstName': 'Eva' });
    expect(again.status).toBe(410);
    expect(seen(again.text)).toContain(END_WORDS.en.usedTitle);
    expect(applied).toHaveLength(1);
    expect((await world.get(APPLY)).status).toBe(410);
  });

  // Before the answer of the first is there, the key is what keeps them one.
  it('has one key for all that is sent by its link', async () => {
    const { world, applied } = await handedOver();
    world.handovers.finish = async () => undefined;
    await send(world);
    await send(world, { ...FIELDS, 'customer.firstName': 'Eva' });
    const keys = applied.map(({ idempotencyKey }) => idempotencyKey);
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(keys[0]).toMatch(/^handover-[0-9a-f]{64}$/);
    expect(keys[0]).not.toContain(LINK);
  });

  it.each(['/apply/unknown', '/apply/unknown/decision'])('has no form by a link that is none: %s', async (path) => {
    const answer = await deskWorld().get(path);
    expect(answer.status).toBe(410);
    expect(seen(answer.text)).toContain(END_WORDS.en.gone);
  });
});

describe('the decision on the store’s device', () => {
  it.each(LEASE_STATUSES)('is plain for %s in both languages, with the lease number and the way on', async (status) => {
    const { world } = await handedOver();
    world.lease = leaseView({ status });
    await send(world);
    for (const language of ['en', 'es'] as const) {
      const { text } = await world.get(`${APPLY}/decision?language=${language}`);
      expect(seen(text)).toContain(OWN_LEASE);
      expect(seen(text)).toContain(END_WORDS[language].handBack);
      expect(text).not.toContain('href="/portal"');
    }
  });

  it('names the amount and the last day of an approval', async () => {
    const { world } = await handedOver();
    await send(world);
    const page = seen((await world.get(`${APPLY}/decision`)).text);
    expect(page).toContain('You are approved for goods of up to $1,200.00, until February 21, 2027.');
  });

  it('is asked for again where it was not there in time', async () => {
    const { leaseId } = leaseView();
    const pending = { outcome: 'pending', replayed: false, leaseId, messageId: messageId('msg_1') } as const;
    const { world } = await handedOver('es', pending);
    world.lease = leaseView({ status: 'pending' });
    expect((await send(world)).headers['location']).toContain('/decision');
    expect(seen((await world.get(`${APPLY}/decision`)).text)).toContain('Volver a mirar');
  });
});
