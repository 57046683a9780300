import { lockTraces } from '../../db/ach-traces';
import {
  fileDueDebits,
  fileEntries,
  fileRetries,
  findCollectionRun,
  insertCollectionRun,
  lockForCut,
  postFiled,
} from '../../db/collections';
import { remindOfDebits } from '../../db/notices';
import { collectionRunId } from '../../db/run-ids';
import type { CalendarDate } from '../../domain/calendar-date';
import { collectionDay } from '../../domain/collections/collection-day';
import type { ActivityDeps } from '../deps';
import { cutOffOf } from '../new-york';

export interface CutCollectionRun {
  runId: string;
  /** false when there is nothing to send */
  hasFile: boolean;
}

/**
 * Fixes what goes to the bank for customers on a banking day: debits that are owed by the next one, late fees with
 * them, what is presented again, and refunds. One transaction and a fixed number of statements, whatever the leases.
 *
 * A run is one fact: asked again for the same day, it answers what is there.
 *
 * @throws LeaseError NOT_A_BANKING_DAY
 */
export function cutCollectionRun({ db, originator }: ActivityDeps) {
  return async ({ businessOn }: { businessOn: CalendarDate }): Promise<CutCollectionRun> => {
    const runId = collectionRunId(businessOn);
    const day = collectionDay(businessOn);
    const at = cutOffOf(businessOn);
    return await db.transaction().execute(async (trx) => {
      await lockTraces(trx);
      const known = await findCollectionRun(trx, runId);
      if (known) return { runId, ...known };

      await lockForCut(trx, day);
      await remindOfDebits(trx, day);
      await fileDueDebits(trx, day, at);
      await fileRetries(trx, day);
      await fileEntries(trx, runId, day, originator.bankRoutingNumber.slice(0, 8));
      await postFiled(trx, runId, at);
      const { effectiveOn } = day;
      return { runId, ...(await insertCollectionRun(trx, { runId, businessOn, effectiveOn, at })) };
    });
  };
}
