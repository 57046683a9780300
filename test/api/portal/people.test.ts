import { sql } from 'kysely';
import type { Manager, NewPerson, PortalAccounts } from '../../../api/portal/accounts';
import { portalAccounts } from '../../../api/portal/accounts/stored-accounts';
import { inviteManager } from '../../../local/invite-manager';
import { ACME, ALBANY, BESTSOFA, DALLAS, FRESNO, PortalWorld } from './support/portal-world';

let world: PortalWorld;
let accounts: PortalAccounts;
let boss: Manager;
let strange: Manager;
beforeAll(async () => {
  world = await PortalWorld.open();
  accounts = portalAccounts(world.db, world.cipher, world.passwords);
  boss = { merchantId: BESTSOFA, userId: await world.manager('boss') };
  const userId = await world.person('acme-boss', { merchantId: ACME, role: 'manager', storeIds: null });
  strange = { merchantId: ACME, userId };
}, 60_000);
afterAll(() => world.close());

const CLERK: Omit<NewPerson, 'username'> = { role: 'clerk', storeIds: [DALLAS] };
let count = 0;
const newName = (): string => `person-${(count += 1)}`;

async function invited(person: Partial<NewPerson> = {}): Promise<string> {
  const answer = await accounts.invite(boss, { username: newName(), ...CLERK, ...person });
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.token;
}

async function tokenOf(username: string, password = `${username} password`): Promise<string | undefined> {
  const answer = await accounts.signIn({ username, password, address: '10.1.1.1' });
  return answer.outcome === 'signed_in' ? answer.token : undefined;
}

const eventsOf = async (userId: string): Promise<string[]> =>
  (
    await world.db.selectFrom('portal_audit').select('event').where('user_id', '=', userId).orderBy('line').execute()
  ).map(({ event }) => event);

describe('an invitation', () => {
  it('makes the person it is for, once', async () => {
    const username = newName();
    const token = await invited({ username, storeIds: [DALLAS, FRESNO] });
    expect(await accounts.invitation(token)).toMatchObject({ username, role: 'clerk', merchantName: 'BestSofa' });
    expect(await accounts.accept(token, 'a long password', 'es')).toBe(true);
    expect(await accounts.accept(token, 'of somebody else', 'en')).toBe(false);

    const visit = await accounts.visit((await tokenOf(username, 'a long password')) ?? '');
    expect(visit).toMatchObject({ username, merchantId: BESTSOFA, language: 'es', role: 'clerk' });
    expect(visit?.stores).toHaveLength(2);
    expect(await accounts.invitations(BESTSOFA)).toEqual([]);
  });

  it('is taken up by one of two who open it at once', async () => {
    const token = await invited();
    const answers = await Promise.all(['one', 'two', 'three'].map((who) => accounts.accept(token, who, 'en')));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('is dead when withdrawn, seven days old, or replaced by a newer one', async () => {
    const [withdrawn, old] = [await invited(), await invited()];
    const username = newName();
    const [replaced, newer] = [await invited({ username }), await invited({ username })];
    const open = await accounts.invitations(BESTSOFA);
    expect(open).toHaveLength(3);
    const { username: first } = (await accounts.invitation(withdrawn)) ?? {};
    await accounts.withdraw(boss, open.find((one) => one.username === first)?.invitationId ?? '');
    await sql`update portal_invitations set expires_at = expires_at - interval '7 days'
               where token_hash = sha256(convert_to(${old}, 'UTF8'))`.execute(world.db);

    for (const token of [withdrawn, old, replaced, 'A'.repeat(43)]) {
      expect(await accounts.invitation(token)).toBeUndefined();
      expect(await accounts.accept(token, 'a long password', 'en')).toBe(false);
    }
    expect(await accounts.accept(newer, 'a long password', 'en')).toBe(true);
  });

  it('can be withdrawn by its own retailer only', async () => {
    const token = await invited();
    const [open] = await accounts.invitations(BESTSOFA);
    await accounts.withdraw(strange, open?.invitationId ?? '');
    expect(await accounts.invitation(token)).toBeDefined();
  });

  // Somebody has to be the first: whoever has the database and its keys.
  it('comes from the operator for the first manager of a retailer', async () => {
    const settings = world.operatorSettings();
    const path = await inviteManager(['--merchant', ACME, '--username', 'first@acme.example'], settings);
    const token = path.replace('/portal/invitations/', '');
    expect(await accounts.invitation(token)).toMatchObject({ role: 'manager', merchantName: 'Acme Mattress' });
    await expect(inviteManager(['--merchant', 'mer_none', '--username', 'x'], settings)).rejects.toThrow('no retailer');
    await expect(inviteManager(['--merchant', ACME], settings)).rejects.toThrow('--username');
    await world.person('first-taken');
    const taken = inviteManager(['--merchant', ACME, '--username', 'first-taken'], settings);
    await expect(taken).rejects.toThrow('taken');
  });

  it('is refused for a name that is taken, and for stores of another retailer', async () => {
    await world.person('taken');
    expect(await accounts.invite(boss, { username: ' TAKEN', ...CLERK })).toEqual({ problem: 'username_taken' });
    const elsewhere = { username: newName(), role: 'clerk' as const, storeIds: [ALBANY] };
    expect(await accounts.invite(boss, elsewhere)).toEqual({ problem: 'unknown' });
    const both = await invited({ username: newName(), storeIds: [ALBANY, DALLAS] });
    expect((await accounts.invitation(both))?.storeIds).toEqual([DALLAS]);
  });
});

describe('people of a retailer', () => {
  it('are out at once when sent away, wherever they are signed in, and can come back', async () => {
    const userId = await world.person('leaver');
    const token = (await tokenOf('leaver')) ?? '';
    expect(await accounts.setActive(boss, userId, false)).toBeUndefined();
    expect(await accounts.visit(token)).toBeUndefined();
    expect(await tokenOf('leaver')).toBeUndefined();
    expect(await accounts.setActive(boss, userId, true)).toBeUndefined();
    expect(await accounts.visit(token)).toBeUndefined();
    expect(await tokenOf('leaver')).toBeDefined();
    expect(await eventsOf(userId)).toEqual(['signed_in', 'deactivated', 'sign_in_refused', 'activated', 'signed_in']);
  });

  it('are signed out everywhere by their manager, and may sign in again', async () => {
    const userId = await world.person('lost-phone');
    const token = (await tokenOf('lost-phone')) ?? '';
    expect(await accounts.endSessions(boss, userId)).toBeUndefined();
    expect(await accounts.visit(token)).toBeUndefined();
    expect(await tokenOf('lost-phone')).toBeDefined();
  });

  it('see other stores from the next page on when their manager changes them', async () => {
    const userId = await world.person('mover');
    const token = (await tokenOf('mover')) ?? '';
    expect(await accounts.setStores(boss, userId, [FRESNO])).toBeUndefined();
    expect((await accounts.visit(token))?.stores.map(({ storeId }) => storeId)).toEqual([FRESNO]);
    expect(await accounts.setStores(boss, userId, [ALBANY])).toBe('unknown');
    expect(await accounts.setStores(boss, userId, [])).toBe('unknown');
    expect(await accounts.setStores(boss, boss.userId, [DALLAS])).toBe('unknown');
    expect((await accounts.visit(token))?.stores.map(({ storeId }) => storeId)).toEqual([FRESNO]);
  });

  // Nobody could let anybody in again.
  it('always keep one manager, also when two send each other away in one moment', async () => {
    expect(await accounts.setActive(boss, boss.userId, false)).toBe('last_manager');
    const second = { merchantId: BESTSOFA, userId: await world.manager('second') };
    const answers = await Promise.all([
      accounts.setActive(boss, second.userId, false),
      accounts.setActive(second, boss.userId, false),
    ]);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'last_manager')).toHaveLength(1);
    for (const { userId } of [boss, second]) await accounts.setActive(boss, userId, true);
  });

  it('do not exist for another retailer: nothing about them can be read or changed', async () => {
    const userId = await world.person('not-yours');
    const token = (await tokenOf('not-yours')) ?? '';
    for (const change of [
      accounts.setActive(strange, userId, false),
      accounts.setStores(strange, userId, [ALBANY]),
      accounts.endSessions(strange, userId),
    ]) {
      expect(await change).toBe('unknown');
    }
    expect((await accounts.people(ACME)).map((person) => person.userId)).toEqual([strange.userId]);
    expect(await accounts.visit(token)).toMatchObject({ userId });
    expect(await eventsOf(userId)).toEqual(['signed_in']);
  });

  it('leave lines that nobody can change or take away', async () => {
    await expect(sql`update portal_audit set event = 'activated'`.execute(world.db)).rejects.toThrow('append-only');
    await expect(sql`delete from portal_audit`.execute(world.db)).rejects.toThrow('append-only');
  });
});
