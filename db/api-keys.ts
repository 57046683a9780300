import { createHash, timingSafeEqual } from 'node:crypto';
import type { MerchantId } from '../domain/ids';
import type { Db } from './database';
import type { ApiKeysTable } from './schema';

/** A key's secret has 256 random bits, so a plain hash cannot be guessed back. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export interface KeyHolder {
  keyId: string;
  kind: ApiKeysTable['kind'];
  merchantId: MerchantId | null;
  scopes: string[];
}

/** The holder of a live key with exactly this secret. Read at every request, so that a revocation counts at once. */
export async function findKeyHolder(db: Db, keyId: string, secret: string): Promise<KeyHolder | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .select(['secret_hash', 'kind', 'merchant_id', 'scopes'])
    .where('key_id', '=', keyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row || !timingSafeEqual(row.secret_hash, secretHash(secret))) return undefined;
  return { keyId, kind: row.kind, merchantId: row.merchant_id, scopes: row.scopes };
}
