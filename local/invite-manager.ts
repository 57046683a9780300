import { parseArgs } from 'node:util';
import { invite } from '../api/portal/accounts/invitations';
import { loadDataKeys } from '../config/data-keys';
import { type RotationSettings, rotationSettings } from '../config/rotation-settings';
import { createCipher } from '../db/cipher';
import { openDatabase } from '../db/database';
import { merchantId } from '../domain/ids';
import { Refusal } from './refusal';

/** Stands in the audit lines for whoever has the database and its keys. */
const OPERATOR = 'operator';

/**
 * Makes the one-time link for a retailer's first manager of the store portal; all others are invited there. Finds
 * database and keys as `npm run keys:rotate` does.
 *
 * @returns the path of the link, to be opened below the portal's own host within 7 days
 * @throws Refusal when something is missing, or no such retailer or such a person is there
 */
export async function inviteManager(args: readonly string[], settings: RotationSettings): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: { merchant: { type: 'string' }, username: { type: 'string' } },
  });
  const { merchant, username } = values;
  if (merchant === undefined || username === undefined) throw new Refusal('Say --merchant ID and --username NAME.');
  const cipher = createCipher(loadDataKeys(settings));
  const db = openDatabase(settings.databaseUrl(), { maxConnectionCount: 1 });
  try {
    const id = merchantId(merchant);
    const known = await db.selectFrom('merchants').select('name').where('merchant_id', '=', id).executeTakeFirst();
    if (!known) throw new Refusal(`There is no retailer ${merchant}.`);
    const by = { merchantId: id, userId: OPERATOR };
    const invited = await invite(db, cipher, by, { username, role: 'manager', storeIds: null });
    if ('problem' in invited) throw new Refusal('This username cannot be used: it is taken.');
    return `/portal/invitations/${invited.token}`;
  } finally {
    await db.destroy();
  }
}

async function main(): Promise<void> {
  const path = await inviteManager(process.argv.slice(2), rotationSettings());
  process.stdout.write(`${path}\n`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
