import { portalAccounts } from '../../api/portal/accounts/stored-accounts';
import { createCipher } from '../../db/cipher';
import { SCRYPT_PASSWORDS } from '../../db/portal-passwords';
import { findPortalUser } from '../../db/portal-users';
import { merchantId } from '../../domain/ids';
import { seedSandbox } from '../../local/seed';
import { seedPortal } from '../../local/seed-portal';
import { testDataKeys } from '../support/data-keys';
import { embeddedLedger } from '../support/ledger-database';

describe('the people of the sandbox’s stores', () => {
  it('are made once, can sign in, and get new passwords only where sandbox.json is lost', async () => {
    const { url: databaseUrl, db, close } = await embeddedLedger();
    const cipher = createCipher(testDataKeys('k1'));
    try {
      const keys = await seedSandbox({ databaseUrl, cipher, previous: undefined });
      const seed = await seedPortal({ databaseUrl, cipher, seed: keys });
      const [bestsofa] = seed.retailers;
      const users = bestsofa?.portal?.users ?? [];
      expect(users.map(({ username, role, storeIds }) => [username, role, storeIds])).toEqual([
        ['manager@bestsofa.example', 'manager', ['sto_dallas', 'sto_fresno']],
        ['dallas@bestsofa.example', 'clerk', ['sto_dallas']],
        ['fresno@bestsofa.example', 'clerk', ['sto_fresno']],
      ]);
      expect(await seedPortal({ databaseUrl, cipher, seed })).toEqual(seed);

      const lost = await seedPortal({ databaseUrl, cipher, seed: keys });
      const [before, after] = [users[1], lost.retailers[0]?.portal?.users[1]];
      const kept = await findPortalUser(db, cipher, 'dallas@bestsofa.example');
      expect(await SCRYPT_PASSWORDS.matches(after?.password ?? '', kept?.password_hash)).toBe(true);
      expect(await SCRYPT_PASSWORDS.matches(before?.password ?? '', kept?.password_hash)).toBe(false);

      // A database that comes back with other keys, before anybody has applied.
      const other = createCipher({ ...testDataKeys('k2'), lookupKey: Buffer.alloc(32, 7) });
      await seedPortal({ databaseUrl, cipher: other, seed: keys });
      const people = await portalAccounts(db, other).people(merchantId('mer_bestsofa'));
      expect(people.map(({ username }) => username)).toEqual(users.map(({ username }) => username));
    } finally {
      await close();
    }
  });
});
