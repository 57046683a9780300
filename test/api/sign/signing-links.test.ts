import { Client } from '@temporalio/client';
import { leaseCommands } from '../../../api/commands/lease-commands';
import { messageIdFor, signingScope } from '../../../api/commands/message-ids';
import { VerdictWaiter } from '../../../api/commands/verdict-waiter';
import { LINK_STATES, type LinkState, linkState } from '../../../api/sign/link-state';
import { signingLinks, type SigningLinks } from '../../../api/sign/signing-links';
import { setEmbedOrigins } from '../../../db/embed-origins';
import { merchantId, messageId } from '../../../domain/ids';
import { findVerdicts, verdictAnswer } from '../../../db/verdicts';
import { ActivityWorld, type WorldLease } from '../../support/activity-world';
import { embeddedLedger } from '../../support/ledger-database';

let world: ActivityWorld;
let links: SigningLinks;
beforeAll(async () => {
  world = await ActivityWorld.open(await embeddedLedger());
  links = signingLinks(world.db, world.cipher);
}, 60_000);
afterAll(() => world.close());

/** The customer's link, as the store was answered it; from the `number`-th request of this lease. */
async function tokenOf(lease: WorldLease, number = 1): Promise<string> {
  const [row] = await findVerdicts(world.db, [messageId(`submitInvoiceInformation-${number}-${lease.leaseId}`)]);
  if (!row) throw new Error('no invoice was accepted');
  const { signingUrl } = verdictAnswer(world.cipher, row) as { signingUrl: string };
  return signingUrl.replace('/sign/', '');
}

async function found(token: string) {
  const link = await links.find(token);
  if (!link) throw new Error('no such link');
  return link;
}

const seen = new Set<LinkState>();

async function stateOf(token: string): Promise<LinkState> {
  const state = linkState(await found(token));
  seen.add(state);
  return state;
}

describe('what has become of a link', () => {
  it('is, while its agreement waits for the customer, open', async () => {
    const lease = await (await world.applied()).contracts();
    const link = await found(await tokenOf(lease));
    expect(linkState(link)).toBe('open');
    expect(link).toMatchObject({ language: 'en', timeZone: 'America/Chicago', declinedCount: 0, isSigned: false });
    expect(link.pricing).toMatchObject({ initialPaymentCents: 4_900, totalToOwnCents: 200_000 });
  });

  it('is, with another invoice, replaced', async () => {
    const lease = await (await world.applied()).contracts();
    const first = await tokenOf(lease);
    await (await lease.invoice()).record();
    expect(await stateOf(first)).toBe('replaced');
    expect(await stateOf(await tokenOf(lease, 2))).toBe('open');
  });

  it('is, after the signature, signed', async () => {
    const lease = await (await world.applied()).accepted();
    const token = await tokenOf(lease);
    expect(await stateOf(token)).toBe('signed');
    await (await lease.deliver()).record();
    expect(await stateOf(token)).toBe('signed');
  });

  it('is, signed or not, when the store cancels, cancelled', async () => {
    const signed = await (await world.applied()).accepted();
    const unsigned = await (await world.applied()).contracts();
    for (const lease of [signed, unsigned]) {
      const token = await tokenOf(lease);
      await (await lease.cancel()).record();
      expect(await stateOf(token)).toBe('cancelled');
    }
  });

  it('is, when its time ends, expired', async () => {
    const lease = await (await world.applied()).contracts();
    const token = await tokenOf(lease);
    lease.diary.find({ event: 'contractsRanOut' });
    await lease.record();
    expect(await stateOf(token)).toBe('expired');
  });

  it('is, after too many cards, blocked', async () => {
    const lease = await (await world.applied()).contracts();
    const token = await tokenOf(lease);
    for (const count of [1, 2, 3, 4]) {
      lease.diary.find({ event: 'cardAnswered', outcome: 'declined', captureReference: '' }, await lease.sign());
      await lease.record();
      expect(await found(token)).toMatchObject({ declinedCount: count, isBlocked: false });
      expect(await stateOf(token)).toBe(count < 4 ? 'open' : 'blocked');
    }
    await lease.sign();
    await lease.record();
    expect(await found(token)).toMatchObject({ declinedCount: 4, isBlocked: true });
  });

  it('is one of six, and each was seen above', () => {
    expect([...seen].sort()).toEqual([...LINK_STATES].sort());
  });
});

describe('a link', () => {
  it('that never was is none', async () => {
    expect(await links.find('x'.repeat(43))).toBeUndefined();
  });

  it('knows where its merchant shows the page, from the moment it is set', async () => {
    const token = await tokenOf(await (await world.applied()).contracts());
    const origins = ['https://shop.example.com'];
    expect((await found(token)).embedOrigins).toEqual([]);
    expect(await setEmbedOrigins(world.db, merchantId('mer_bestsofa'), origins)).toBe(true);
    expect((await found(token)).embedOrigins).toEqual(origins);
    expect(await setEmbedOrigins(world.db, merchantId('mer_nobody'), origins)).toBe(false);
  });
});

describe('a signature', () => {
  const SIGNER = { ipAddress: '203.0.113.9', userAgent: 'Canariabrowser/7' };

  /** As page and JSON API hand it over, with nobody there to judge it. */
  async function sign(token: string, agreementSha256: string, idempotencyKey: string, signer = SIGNER) {
    const signals: unknown[] = [];
    const handle = { signal: async (...told: unknown[]) => void signals.push(told) };
    const temporal = Object.defineProperties(Object.create(Client.prototype) as Client, {
      workflow: { value: { getHandle: () => handle } },
      withDeadline: { value: (_until: number, calls: () => unknown) => calls() },
    });
    const waiter = new VerdictWaiter(world.db);
    jest.spyOn(waiter, 'verdict').mockResolvedValue(undefined);
    const { sign: submit } = leaseCommands({ db: world.db, cipher: world.cipher, temporal, waiter });
    const consents = { initialPayment: true, recurringPayment: false, electronicSignature: true };
    const body = { signedName: 'Canaria Vogelsang', agreementSha256, consents, cardToken: 'tok_ok' };
    const answer = await submit({ token, requestId: 'req-1', idempotencyKey, body, signer });
    return { answer, signals };
  }

  async function toSign() {
    const lease = await (await world.applied()).contracts();
    const sha256 = lease.diary.lease.contract?.agreementSha256 ?? '';
    return { lease, sha256, token: await tokenOf(lease) };
  }

  it('is pending until its verdict is there, and was never given under another key', async () => {
    const { sha256, token } = await toSign();
    const link = await found(token);
    expect(await links.attempt(link, 'key')).toBeUndefined();
    await sign(token, sha256, 'key');
    expect(await links.attempt(link, 'key')).toMatchObject({ answer: { outcome: 'pending' } });
    expect(await links.attempt(link, 'other')).toBeUndefined();
    expect(await links.attempt(await found((await toSign()).token), 'key')).toBeUndefined();
  });

  it('tells its lease nothing of who signed, and is the same from another place', async () => {
    const { sha256, token } = await toSign();
    const { signals } = await sign(token, sha256, 'key');
    expect(signals).toHaveLength(1);
    for (const part of ['203.0.113.9', 'Canaria', 'tok_ok']) expect(JSON.stringify(signals)).not.toContain(part);
    const again = await sign(token, sha256, 'key', { ipAddress: '198.51.100.1', userAgent: 'Phone/1' });
    expect(again.answer).toMatchObject({ outcome: 'pending', replayed: true });
  });

  it('leaves its evidence sealed: name, consents and their wording, from where, and never the card', async () => {
    const { lease, sha256, token } = await toSign();
    await sign(token, sha256, 'key');
    const link = await found(token);
    const { leaseId, round } = link;
    const id = messageIdFor(world.cipher, signingScope(link), 'key');
    const by = { messageId: id, requestId: 'req-1', actor: 'customer', channel: 'signing' };
    lease.diary.hear({ event: 'agreementSigned', round, agreementSha256: sha256 }, by);
    await lease.cardTaken(by).record();

    const { evidence } = await world.db
      .selectFrom('signatures')
      .select('evidence')
      .where('lease_id', '=', leaseId)
      .executeTakeFirstOrThrow();
    for (const part of ['203.0.113.9', 'Canaria']) expect(evidence.includes(part)).toBe(false);
    const row = { table: 'signatures', column: 'evidence', id: `${leaseId}:${round}` };
    expect(world.cipher.openJson(evidence, row)).toEqual({
      signedName: 'Canaria Vogelsang',
      agreementSha256: sha256,
      consents: { initialPayment: true, recurringPayment: false, electronicSignature: true },
      signer: { ...SIGNER, consentTextVersion: expect.stringMatching(/^en-[0-9a-f]{16}$/) as string },
    });
    expect(await links.attempt(link, 'key')).toMatchObject({ answer: { outcome: 'accepted' } });
  });
});
