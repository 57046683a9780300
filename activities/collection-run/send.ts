import { markCollectionRunSent, markSavings, readCollectionFile } from '../../db/collections-file';
import { collectionBatches } from '../../domain/collections/collection-batches';
import { RETRY_DESCRIPTION } from '../../domain/collections/entry-group';
import { batchHeader } from '../ach-files/headers';
import { sendRunFile } from '../ach-files/send';
import type { ActivityDeps } from '../deps';

/** Eastern time at which a run is cut and its file made. */
const CUT_OFF_TIME = '1700';

/**
 * Renders a cut run's file once, checks it and hands it to the bank. Repeated, the same bytes go under the same name.
 *
 * @throws LeaseError BANK_FILE_INVALID when the file fails a check: nothing is sent, a person must look
 * @throws BankUnreachable (retried) when it is not known whether the file arrived
 */
export function sendCollectionFile(deps: ActivityDeps) {
  return async ({ runId }: { runId: string }): Promise<void> => {
    const { db, cipher, originator } = deps;
    const file = await readCollectionFile(db, cipher, runId);
    if (!file) return;
    const { businessOn, effectiveOn, entries } = file;
    const savings = entries.filter(({ account }) => account.accountType === 'savings');
    await markSavings(
      db,
      runId,
      savings.map(({ traceNumber }) => traceNumber),
    );
    await sendRunFile(deps, {
      runId,
      createdOn: businessOn,
      createdTime: CUT_OFF_TIME,
      direction: 'mixed',
      batches: collectionBatches(entries, (making) => batchHeader(originator, { ...making, businessOn, effectiveOn })),
      run: { netCents: new Map(entries.map((entry) => [entry.identification, entry.amountCents])) },
      meantDescriptions: [RETRY_DESCRIPTION],
    });
    await markCollectionRunSent(db, runId);
  };
}
