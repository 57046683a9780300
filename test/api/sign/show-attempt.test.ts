import type { CommandAnswer } from '../../../api/ports';
import { SIGN_WORDS } from '../../../api/sign/words';
import type { ErrorCode } from '../../../domain/errors';
import { leaseId, messageId } from '../../../domain/ids';
import { operationNamed } from '../support/requests';
import { LINK, NOW_MS, refused, SIGNED, SignWorld } from './support/sign-world';

const DAY_MS = 86_400_000;
const KEY = 'q'.repeat(43);
const PATH = `/sign/${LINK}/attempts/${KEY}`;

function worldWith(answer: CommandAnswer, link: object = {}): SignWorld {
  const world = new SignWorld();
  world.attempts.set(KEY, answer);
  Object.assign(world.link, link);
  return world;
}

const pending: CommandAnswer = {
  outcome: 'pending',
  replayed: true,
  leaseId: leaseId('1002003001'),
  messageId: messageId('msg_1'),
};
const accepted: CommandAnswer = { outcome: 'accepted', replayed: true, answer: {} };

describe('after a signature that was taken', () => {
  const world = worldWith(accepted, SIGNED);

  it('the customer reads what was paid, what is next, and gets the signed copy', async () => {
    const { text: html } = await world.get(PATH).expect(200);
    for (const part of ['Signed. Thank you!', '$49.00', '$2,000.00', 'The store now sees'])
      expect(html).toContain(part);
    const copy = /href="(\/sign\/[^"]+\/copies\/[^"]+)"/.exec(html)?.[1] ?? '';
    const file = await world.get(copy).expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="signed-agreement-1002003001.pdf"',
      'cache-control': 'no-store',
    });
    expect((file.body as Buffer).toString()).toMatch(/^%PDF-/);
  });

  it('the page holds no name, address or article: whoever looks over a shoulder learns nothing', async () => {
    const { text: html } = await world.get(PATH);
    for (const part of ['José', '9 Elm', 'Sofá', '1002003001']) expect(html).not.toContain(part);
  });

  it('the page around ours is told that it is complete', async () => {
    expect((await world.get(PATH)).text).toContain('data-says="[&quot;Post Process: Complete&quot;]"');
  });

  it('the copy can be had for 24 hours, and not one moment more', async () => {
    const late = worldWith(accepted, SIGNED);
    const copy = /href="([^"]+\/copies\/[^"]+)"/.exec((await late.get(PATH)).text)?.[1] ?? '';
    late.nowMs = NOW_MS + DAY_MS - 1;
    await late.get(copy).expect(200);
    late.nowMs = NOW_MS + DAY_MS;
    expect((await late.get(copy).expect(410)).text).toContain(SIGN_WORDS.en.notices.signed.title);
    const page = await late.get(PATH).expect(200);
    expect(page.text).not.toContain('/copies/');
    expect(page.text).toContain(SIGN_WORDS.en.confirmation.copyEnded);
  });

  it.each([
    ['made up', () => `${'x'.repeat(22)}.9795629600000.${'y'.repeat(43)}`],
    ['of another contract', () => world.tickets.issue('copy', '1002003001:2', NOW_MS + 1_000)],
    ['of a form', () => world.tickets.issue('form', '1002003001:1', NOW_MS + 1_000)],
  ])('a ticket that is %s opens no copy', async (_what, ticket) => {
    const answer = await world.get(`/sign/${LINK}/copies/${ticket()}`).expect(410);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it('the link itself says only that it is signed', async () => {
    const { text: html } = await world.get().expect(410);
    expect(html).toContain('This agreement is signed');
    for (const part of ['José', '$', 'Sofá', '/copies/']) expect(html).not.toContain(part);
  });

  it('is cancelled later: then it says so', async () => {
    const cancelled = worldWith(accepted, { ...SIGNED, status: 'approved', currentRound: null });
    expect((await cancelled.get(PATH).expect(410)).text).toContain('was cancelled');
  });
});

describe('while the card has not answered', () => {
  it('the customer is told to wait, and where to look again', async () => {
    const { text: html } = await worldWith(pending).get(PATH).expect(202);
    expect(html).toContain(SIGN_WORDS.en.notices.pending.title);
    expect(html).toContain('<a class="button main" href>Check again</a>');
    expect(html).not.toContain('<form');
  });
});

describe('after a refused card', () => {
  it.each([
    ['CARD_DECLINED', 'The card was declined'],
    ['CARD_TYPE_NOT_ACCEPTED', 'This type of card is not accepted'],
  ] as const)('%s: the form is there again, nothing ticked, with how many cards are left', async (code, title) => {
    const { text: html } = await worldWith(refused(code), { declinedCount: 1 }).get(PATH).expect(200);
    for (const part of [title, 'try another card', 'You can try 3 more cards.']) expect(html).toContain(part);
    expect(html).not.toContain('checked');
    expect(html.match(/<form method="post"/g)).toHaveLength(1);
  });

  it('the last one that may be tried is said to be the last', async () => {
    const { text: html } = await worldWith(refused('CARD_DECLINED'), { declinedCount: 3 }).get(PATH).expect(200);
    expect(html).toContain('You can try one more card.');
  });

  it('after the fourth none is asked for: it would only close the lease', async () => {
    const world = worldWith(refused('CARD_DECLINED'), { declinedCount: 4 });
    for (const path of [PATH, `/sign/${LINK}`]) {
      const { text: html } = await world.get(path).expect(423);
      expect(html).toContain(SIGN_WORDS.en.notices.blocked.title);
      expect(html).not.toContain('<form');
    }
  });

  it('the page around ours is told of the first, and of no other', async () => {
    const saying = async (code: ErrorCode, declinedCount: number) =>
      /data-says="([^"]*)"/.exec((await worldWith(refused(code), { declinedCount }).get(PATH)).text)?.[1];
    const told = '[&quot;Credit Card Collection&quot;]';
    expect(await saying('CARD_DECLINED', 1)).toBe(told);
    expect(await saying('CARD_TYPE_NOT_ACCEPTED', 1)).toBe(told);
    expect(await saying('CARD_DECLINED', 2)).toBe('[]');
    expect(await saying('AGREEMENT_CHANGED', 1)).toBe('[]');
  });
});

describe('whatever the lease answers', () => {
  const codes = operationNamed('submitSignature').errorCodes.filter((code) => code !== 'NOT_FOUND');

  it.each(codes)('%s has words of its own, which no program wrote', async (code) => {
    expect(codes.length).toBeGreaterThan(8);
    const { text: html } = await worldWith(refused(code)).get(PATH);
    const { failed, notUnderstood } = SIGN_WORDS.en.notices;
    for (const part of [failed.title, notUnderstood.title, code, 'in words for programs']) {
      expect(html).not.toContain(part);
    }
  });

  it('an agreement that has changed is shown again', async () => {
    const { text: html } = await worldWith(refused('AGREEMENT_CHANGED')).get(PATH).expect(200);
    expect(html).toContain('The agreement has changed');
    expect(html).not.toContain('more cards');
  });
});

describe('an attempt that was never made', () => {
  it.each(['w'.repeat(43), 'short', `${'q'.repeat(42)}%00`])('is nothing: %s', async (key) => {
    const { text: html } = await worldWith(accepted, SIGNED).get(`/sign/${LINK}/attempts/${key}`).expect(404);
    expect(html).toContain(SIGN_WORDS.en.notices.unknown.title);
  });
});

describe('a link that cannot be signed', () => {
  it.each([
    ['replaced', { currentRound: 2 }, 410],
    ['cancelled', { status: 'approved', currentRound: null }, 410],
    ['expired', { status: 'contracts_expired', currentRound: null }, 410],
    ['blocked', { isBlocked: true }, 423],
  ] as const)('%s says why, and what to do, without a word about the customer', async (state, link, status) => {
    const { text: html } = await worldWith(accepted, link).get().expect(status);
    const { title, text } = SIGN_WORDS.en.notices[state];
    for (const part of [title, text]) expect(html).toContain(part);
    for (const part of ['José', '9 Elm', 'Sofá', '$']) expect(html).not.toContain(part);
  });

  it.each([
    ['en', 'en-US,en;q=0.9', 'This link leads nowhere'],
    ['es', 'es-MX,es;q=0.9,en;q=0.5', 'Este enlace no lleva a ninguna parte'],
    ['en', 'fr', 'This link leads nowhere'],
  ])('never existed: in %s for a browser that reads %s', async (language, accepts, title) => {
    const world = new SignWorld();
    for (const token of ['x'.repeat(43), 'short', '..%2f..', `${LINK}a`]) {
      const { text: html } = await world.get(`/sign/${token}`).set('Accept-Language', accepts).expect(404);
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(title);
    }
  });
});
