import type { MerchantId } from '../domain/ids';
import type { Db } from './database';

/** Sets where a merchant shows our signing page inside its own. @returns false when there is no such merchant */
export async function setEmbedOrigins(db: Db, merchantId: MerchantId, origins: readonly string[]): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('merchants')
    .set({ embed_origins: [...origins] })
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
