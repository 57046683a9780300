import type { CalendarDate } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import { californiaPriceUntilOn } from '../domain/purchase-option/deadlines';
import type { Trx } from './database';
import type { ContractRound } from './contracts';

/**
 * California's own notice of early purchase, by itself and within ten days of the signature (Civil Code 1812.632): what
 * buying costs on the day of the signature, and until when at that price less what is paid. Made on that very day, once
 * a contract.
 */
export async function insertPurchaseNotice(
  trx: Trx,
  { leaseId, round, signedOn, amountCents }: ContractRound & { signedOn: CalendarDate; amountCents: Cents },
): Promise<void> {
  await trx
    .insertInto('notices')
    .values({
      notice_id: `NTC-purchase-${leaseId}-${round}`,
      lease_id: leaseId,
      kind: 'purchase_option',
      made_on: signedOn,
      data: JSON.stringify({ amountCents, signedOn, lastDayOn: californiaPriceUntilOn(signedOn) }),
    })
    .onConflict((conflict) => conflict.column('notice_id').doNothing())
    .execute();
}
