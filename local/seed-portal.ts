import { randomBytes } from 'node:crypto';
import type { Cipher } from '../db/cipher';
import { type Db, openDatabase } from '../db/database';
import { SCRYPT_PASSWORDS } from '../db/portal-passwords';
import { openUsername, usernameLookup } from '../db/portal-usernames';
import { insertPortalUser } from '../db/portal-users';
import { type MerchantId, merchantId, storeId } from '../domain/ids';
import { opens } from './opens';
import type { PortalUser, SandboxSeed } from './sandbox-file';
import { DEMO_RETAILERS, type DemoRetailer } from './sandbox-retailers';

/**
 * Gives the sandbox the people of its stores. Made once, as the keys are; a sandbox of a release that had no portal gets
 * them now.
 */
export async function seedPortal(options: {
  databaseUrl: string;
  cipher: Cipher;
  seed: SandboxSeed;
}): Promise<SandboxSeed> {
  const db = openDatabase(options.databaseUrl, { maxConnectionCount: 1 });
  try {
    const retailers: SandboxSeed['retailers'][number][] = [];
    for (const retailer of options.seed.retailers) {
      const demo = DEMO_RETAILERS.find(({ merchantId }) => merchantId === retailer.merchantId);
      const users = retailer.portal?.users ?? (demo ? await seedAnew(db, options.cipher, demo) : []);
      retailers.push({ ...retailer, portal: { users } });
    }
    return { ...options.seed, retailers };
  } finally {
    await db.destroy();
  }
}

async function seedAnew(db: Db, cipher: Cipher, demo: DemoRetailer): Promise<PortalUser[]> {
  await forgetUnreadable(db, cipher, merchantId(demo.merchantId));
  return await seedUsers(db, cipher, demo);
}

/**
 * Where nobody has applied yet a database may come back with new keys: then nobody can be found by the names that were
 * sealed under the old ones, and nobody can read them.
 */
async function forgetUnreadable(db: Db, cipher: Cipher, id: MerchantId): Promise<void> {
  const people = await db
    .selectFrom('portal_users')
    .select(['user_id', 'username'])
    .where('merchant_id', '=', id)
    .execute();
  const lost = people.filter((row) => !opens(() => openUsername(cipher, row))).map(({ user_id }) => user_id);
  if (lost.length === 0) return;
  await db.deleteFrom('portal_sessions').where('user_id', 'in', lost).execute();
  await db.deleteFrom('portal_users').where('user_id', 'in', lost).execute();
  await db.deleteFrom('portal_invitations').where('merchant_id', '=', id).execute();
}

/**
 * A manager of each retailer, and a clerk of each of its stores: `manager@bestsofa.example`, `dallas@bestsofa.example`.
 * Their passwords are made here and stand in `sandbox.json` alone; the database knows only what they hash to.
 */
async function seedUsers(db: Db, cipher: Cipher, retailer: DemoRetailer): Promise<PortalUser[]> {
  const host = `${retailer.merchantId.replace(/^mer_/, '')}.example`;
  const storeIds = retailer.stores.map((store) => store.storeId);
  const people = [
    { username: `manager@${host}`, role: 'manager' as const, storeIds },
    ...storeIds.map((id) => ({
      username: `${id.replace(/^sto_/, '')}@${host}`,
      role: 'clerk' as const,
      storeIds: [id],
    })),
  ];
  const users: PortalUser[] = [];
  for (const person of people) {
    const password = randomBytes(15).toString('base64url');
    const hash = await SCRYPT_PASSWORDS.hash(password);
    const userId = await insertPortalUser(db, cipher, {
      ...{ merchantId: merchantId(retailer.merchantId), username: person.username, role: person.role },
      storeIds: person.role === 'manager' ? null : person.storeIds.map(storeId),
      passwordHash: hash,
    });
    if (userId === undefined) await resetPassword(db, cipher, person.username, hash);
    users.push({ ...person, password });
  }
  return users;
}

/** A database that has lost its `sandbox.json`: nobody knows the old password any more. */
async function resetPassword(db: Db, cipher: Cipher, username: string, hash: string): Promise<void> {
  await db
    .updateTable('portal_users')
    .set({ password_hash: hash })
    .where('username_lookup', '=', usernameLookup(cipher, username))
    .execute();
}
