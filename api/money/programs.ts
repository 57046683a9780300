import type { Db } from '../../db/database';
import { lockMerchant, setProgram, statesSoldIn } from '../../db/merchants';
import { LeaseError } from '../../domain/errors';
import { merchantId as branded } from '../../domain/ids';
import type { MerchantProgram } from '../../domain/program';
import { requireLawfulProgram } from '../../domain/program-changes';
import type { Caller } from '../ports';

/**
 * Sets a merchant's program for applications from now on.
 * @throws LeaseError NOT_FOUND, PRICE_CAP_EXCEEDED, or as {@link requireLawfulProgram}
 */
export async function changeProgram(db: Db, caller: Caller, id: string, program: MerchantProgram): Promise<void> {
  const merchantId = branded(id);
  await db.transaction().execute(async (trx) => {
    if (!(await lockMerchant(trx, merchantId))) throw new LeaseError('NOT_FOUND', 'no such merchant');
    requireLawfulProgram(program, await statesSoldIn(trx, merchantId));
    await setProgram(trx, merchantId, program, caller.keyId);
  });
}
