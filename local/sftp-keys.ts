import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../db/database';
import { merchantId } from '../domain/ids';
import { ensurePrivateKey, fingerprintOf, publicKeyOf } from '../sftp/key-pair';
import { DEMO_RETAILERS } from './sandbox-retailers';

/** Where a retailer comes in, and the private key that lets it in. */
export interface SftpAccess {
  readonly username: string;
  readonly privateKeyPath: string;
}

export interface SandboxSftp {
  readonly hostKeySha256: string;
  readonly accessOf: ReadonlyMap<string, SftpAccess>;
}

/** The server's own key and one for each demo retailer, made at the first start and kept in the data folder. */
export function ensureSftpKeys(folder: string, hostKeyFile: string): SandboxSftp {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const accessOf = new Map(
    DEMO_RETAILERS.map(({ merchantId: id }) => {
      const privateKeyPath = join(folder, id);
      ensurePrivateKey(privateKeyPath);
      return [id, { username: id, privateKeyPath }];
    }),
  );
  return { hostKeySha256: fingerprintOf(ensurePrivateKey(hostKeyFile)), accessOf };
}

/** Each demo retailer's account knows the key that lies in this data folder, also on a database of another one. */
export async function seedSftpPartners(databaseUrl: string, { accessOf }: SandboxSftp): Promise<void> {
  const partners = [...accessOf].map(([id, { username, privateKeyPath }]) => ({
    username,
    merchant_id: merchantId(id),
    public_keys: [publicKeyOf(ensurePrivateKey(privateKeyPath))],
    pgp_public_key: null,
  }));
  const db = openDatabase(databaseUrl, { maxConnectionCount: 1 });
  await db
    .insertInto('sftp_partners')
    .values(partners)
    .onConflict((conflict) =>
      conflict.column('username').doUpdateSet((excluded) => ({ public_keys: excluded.ref('excluded.public_keys') })),
    )
    .execute()
    .finally(() => db.destroy());
}
