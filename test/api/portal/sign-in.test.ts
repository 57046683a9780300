import { sql } from 'kysely';
import type { PortalAccounts } from '../../../api/portal/accounts';
import { portalAccounts } from '../../../api/portal/accounts/stored-accounts';
import { ADDRESS_ATTEMPTS_MAX } from '../../../api/portal/accounts/sign-in';
import { ACME, BESTSOFA, DALLAS, FRESNO, PortalWorld } from './support/portal-world';

let world: PortalWorld;
let accounts: PortalAccounts;
beforeAll(async () => {
  world = await PortalWorld.open();
  accounts = portalAccounts(world.db, world.cipher, world.passwords);
}, 60_000);
afterAll(() => world.close());

let addressCount = 0;
const newAddress = (): string => `10.0.0.${(addressCount += 1)}`;

const signIn = (username: string, password = `${username} password`, address = newAddress()) =>
  accounts.signIn({ username, password, address });

async function tokenOf(username: string): Promise<string> {
  const answer = await signIn(username);
  if (answer.outcome !== 'signed_in') throw new Error(`${username} was not let in: ${answer.outcome}`);
  return answer.token;
}

const shiftAttempts = (minutes: number) =>
  sql`update portal_attempts set window_ends_at = window_ends_at - make_interval(mins => ${minutes})`.execute(world.db);

describe('signing in', () => {
  it('lets a person in by its name, however it is typed, as what it is', async () => {
    const userId = await world.person('Dallas@Bestsofa.example', { language: 'es', storeIds: [FRESNO, DALLAS] });
    const answer = await signIn('  DALLAS@bestsofa.example ', 'Dallas@Bestsofa.example password');

    expect(answer).toMatchObject({ outcome: 'signed_in', userId });
    const token = answer.outcome === 'signed_in' ? answer.token : '';
    const visit = await accounts.visit(token);
    expect(visit).toMatchObject({
      ...{ userId, merchantId: BESTSOFA, merchantName: 'BestSofa', username: 'dallas@bestsofa.example' },
      ...{ role: 'clerk', language: 'es' },
    });
    expect(visit?.stores.map(({ storeId }) => storeId)).toEqual([DALLAS, FRESNO]);
  });

  it('shows a manager all stores of its retailer, and none of another', async () => {
    await world.manager('manager-1');
    expect((await accounts.visit(await tokenOf('manager-1')))?.stores.map(({ name }) => name)).toEqual([
      'BestSofa Dallas',
      'BestSofa Fresno',
    ]);
  });

  // Who can tell a known name from an unknown one by words or by the clock has half of what is needed.
  it('refuses a wrong password, an unknown name and a person sent away alike, at the same cost', async () => {
    await world.person('known');
    const away = await world.person('sent-away');
    await world.db.updateTable('portal_users').set({ is_active: false }).where('user_id', '=', away).execute();
    for (const [username, password] of [
      ['known', 'wrong'],
      ['nobody-has-this-name', 'wrong'],
      ['sent-away', 'sent-away password'],
      ['', ''],
    ] as const) {
      const before = world.passwords.comparedCount;
      expect(await signIn(username, password)).toEqual({ outcome: 'refused' });
      expect(world.passwords.comparedCount).toBe(before + 1);
    }
  });

  it.each(['is-a-person', 'is-nobody'])(
    'looks at five of many passwords tried at once for one who %s',
    async (name) => {
      if (name === 'is-a-person') await world.person(name);
      const before = world.passwords.comparedCount;
      const answers = await Promise.all(Array.from({ length: 12 }, (_, guess) => signIn(name, `guess ${guess}`)));

      expect(answers.filter(({ outcome }) => outcome === 'refused')).toHaveLength(5);
      expect(answers.filter(({ outcome }) => outcome === 'too_many')).toHaveLength(7);
      expect(world.passwords.comparedCount).toBe(before + 5);
    },
  );

  it('keeps even the right password out for 15 minutes after five failures, and not a moment longer', async () => {
    await world.person('locked');
    for (let count = 0; count < 5; count += 1) await signIn('locked', 'wrong');
    const locked = await signIn('locked');
    expect(locked.outcome).toBe('too_many');
    expect(locked.outcome === 'too_many' && locked.retryAfterSeconds).toBeGreaterThan(14 * 60);

    await shiftAttempts(14);
    expect((await signIn('locked')).outcome).toBe('too_many');
    await shiftAttempts(1);
    expect((await signIn('locked')).outcome).toBe('signed_in');
  });

  it('begins to count anew once somebody was let in', async () => {
    await world.person('forgetful');
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 4; count += 1) await signIn('forgetful', 'wrong');
      expect((await signIn('forgetful')).outcome).toBe('signed_in');
    }
  });

  it('stops an address that tries one name after another, without holding up those it let in', async () => {
    await world.person('colleague');
    for (let count = 0; count < ADDRESS_ATTEMPTS_MAX - 1; count += 1) await signIn(`guess-${count}`, 'x', 'address-1');
    for (let count = 0; count < 3; count += 1) {
      expect((await signIn('colleague', undefined, 'address-1')).outcome).toBe('signed_in');
    }
    await signIn('one-more', 'x', 'address-1');
    expect((await signIn('colleague', undefined, 'address-1')).outcome).toBe('too_many');
    expect((await signIn('colleague', undefined, 'address-2')).outcome).toBe('signed_in');
  });

  it('keeps no token, name or address as it is', async () => {
    await world.person('secret-name@bestsofa.example');
    const token = await tokenOf('secret-name@bestsofa.example');
    await signIn('guessed-name@bestsofa.example', 'x', '203.0.113.77');
    const tables = ['portal_users', 'portal_sessions', 'portal_attempts', 'portal_audit', 'portal_invitations'];
    const { rows } = await sql<{ text: string }>`${sql.raw(
      tables.map((table) => `select row_to_json(t)::text as text from ${table} t`).join(' union all '),
    )}`.execute(world.db);
    const all = rows.map(({ text }) => text).join('\n');
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const secret of [token, 'secret-name', 'guessed-name', '203.0.113.77']) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(hex(secret));
    }
    expect(all).toContain('sign_in_refused');
  });

  // Whoever goes on trying must not fill the book.
  it('writes one line of a name that is locked, however long somebody goes on', async () => {
    const lines = async () =>
      (await world.db.selectFrom('portal_audit').select('line').where('event', '=', 'sign_in_locked').execute()).length;
    const before = await lines();
    for (let count = 0; count < 9; count += 1) await signIn('locked-out', 'wrong');
    expect(await lines()).toBe(before + 1);
  });
});

describe('a session', () => {
  const shift = (column: 'seen_at' | 'expires_at', minutes: number) =>
    sql`update portal_sessions set ${sql.ref(column)} = ${sql.ref(column)} - make_interval(mins => ${minutes})`.execute(
      world.db,
    );
  beforeEach(async () => {
    await sql`delete from portal_sessions`.execute(world.db);
  });

  it('ends when nobody used it for half an hour, and lives on while somebody does', async () => {
    await world.person('idle');
    const token = await tokenOf('idle');
    await shift('seen_at', 29);
    expect(await accounts.visit(token)).toBeDefined();
    await shift('seen_at', 29);
    expect(await accounts.visit(token)).toBeDefined();
    await shift('seen_at', 30);
    expect(await accounts.visit(token)).toBeUndefined();
  });

  it('ends after twelve hours, however busy', async () => {
    await world.person('busy');
    const token = await tokenOf('busy');
    await shift('expires_at', 12 * 60 - 1);
    expect(await accounts.visit(token)).toBeDefined();
    await shift('expires_at', 1);
    expect(await accounts.visit(token)).toBeUndefined();
  });

  it('is a new one at every sign-in, and each ends alone when its person signs out', async () => {
    await world.person('two-devices');
    const [phone, desk] = [await tokenOf('two-devices'), await tokenOf('two-devices')];
    expect(phone).not.toBe(desk);
    await accounts.signOut(phone);
    expect(await accounts.visit(phone)).toBeUndefined();
    expect(await accounts.visit(desk)).toBeDefined();
  });

  it('ends at once with a new password, on every device; only the new one lets in again', async () => {
    const userId = await world.person('careful');
    const tokens = [await tokenOf('careful'), await tokenOf('careful')];
    expect(await accounts.changePassword(userId, { current: 'wrong', next: 'a new long password' })).toBe(false);
    expect(await accounts.visit(tokens[0] ?? '')).toBeDefined();
    const change = { current: 'careful password', next: 'a new long password' };
    expect(await accounts.changePassword(userId, change)).toBe(true);

    for (const token of tokens) expect(await accounts.visit(token)).toBeUndefined();
    expect((await signIn('careful')).outcome).toBe('refused');
    expect((await signIn('careful', 'a new long password')).outcome).toBe('signed_in');
  });

  it('is no way around the lock: a found device cannot try out passwords', async () => {
    const userId = await world.person('left-open');
    for (let count = 0; count < 5; count += 1) {
      expect(await accounts.changePassword(userId, { current: `guess ${count}`, next: 'x' })).toBe(false);
    }
    const change = { current: 'left-open password', next: 'a new long password' };
    expect(await accounts.changePassword(userId, change)).toBe(false);
    expect((await signIn('left-open')).outcome).toBe('too_many');
  });

  it('is worth nothing with a made-up token', async () => {
    expect(await accounts.visit('A'.repeat(43))).toBeUndefined();
  });

  it('names colleagues of its own retailer to it, and nobody else', async () => {
    const own = await world.person('colleague-2');
    const other = await world.person('stranger', { merchantId: ACME, role: 'manager', storeIds: null });
    expect([...(await accounts.usernames(BESTSOFA, [own, other, 'usr_none']))]).toEqual([[own, 'colleague-2']]);
    expect((await accounts.usernames(BESTSOFA, [])).size).toBe(0);
  });
});
