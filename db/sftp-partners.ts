import type { Selectable } from 'kysely';
import type { MerchantId } from '../domain/ids';
import type { Db } from './database';
import type { SftpPartnersTable } from './schema-sftp';

/** An SFTP account that may be used. */
export interface SftpPartner {
  username: string;
  merchantId: MerchantId;
  publicKeys: string[];
  pgpPublicKey: string | null;
}

/** Read at every connection, so that a partner who is put off, or a key that is changed, counts at once. */
export async function findSftpPartner(db: Db, username: string): Promise<SftpPartner | undefined> {
  const row = await db
    .selectFrom('sftp_partners')
    .selectAll()
    .where('username', '=', username)
    .where('is_active', '=', true)
    .executeTakeFirst();
  return row && partnerOf(row);
}

/** All accounts that may be used. */
export async function activeSftpPartners(db: Db): Promise<SftpPartner[]> {
  const rows = await db
    .selectFrom('sftp_partners')
    .selectAll()
    .where('is_active', '=', true)
    .orderBy('username')
    .execute();
  return rows.map(partnerOf);
}

const partnerOf = (row: Selectable<SftpPartnersTable>): SftpPartner => ({
  username: row.username,
  merchantId: row.merchant_id,
  publicKeys: row.public_keys,
  pgpPublicKey: row.pgp_public_key,
});
