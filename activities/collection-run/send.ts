import { raiseExceptions } from '../../db/ach-exceptions';
import {
  type CollectionEntry,
  findUnsentRun,
  markCollectionRunSent,
  markSavings,
  moveCollectionRun,
  readCollectionEntries,
} from '../../db/collections-file';
import { nextBankingDay, onOrNextBankingDay, previousBankingDay } from '../../domain/banking-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import { collectionBatches } from '../../domain/collections/collection-batches';
import { RETRY_DESCRIPTION } from '../../domain/collections/entry-group';
import { batchHeader } from '../ach-files/headers';
import { sendRunFile } from '../ach-files/send';
import type { ActivityDeps } from '../deps';

/** Eastern time at which a run is cut and its file made. */
const CUT_OFF_TIME = '1700';

export interface CollectionFileToSend {
  runId: string;
  /** the day it is sent where that is later than the run's: its debits settle later then, never earlier */
  createdOn?: CalendarDate;
}

/**
 * Renders a cut run's file once, checks it and hands it to the bank. Repeated, the same bytes go under the same name.
 *
 * @throws LeaseError BANK_FILE_INVALID when the file fails a check: nothing is sent, a person must look
 * @throws BankUnreachable (retried) when it is not known whether the file arrived
 */
export function sendCollectionFile(deps: ActivityDeps) {
  return async ({ runId, createdOn: askedOn }: CollectionFileToSend): Promise<void> => {
    const { db, cipher, originator } = deps;
    const run = await findUnsentRun(db, runId);
    if (!run) return;
    const { businessOn } = run;
    const createdOn = sendingDayOf(previousBankingDay(run.effectiveOn), askedOn);
    const effectiveOn = nextBankingDay(createdOn);
    if (effectiveOn !== run.effectiveOn) await move(deps, runId, createdOn, effectiveOn);
    const entries = await readCollectionEntries(db, cipher, runId);
    await markSavings(db, runId, savingsAmong(entries));
    await sendRunFile(deps, {
      runId,
      createdOn,
      createdTime: CUT_OFF_TIME,
      direction: 'mixed',
      batches: collectionBatches(entries, (making) => batchHeader(originator, { ...making, businessOn, effectiveOn })),
      run: { netCents: new Map(entries.map((entry) => [entry.identification, entry.amountCents])) },
      meantDescriptions: [RETRY_DESCRIPTION],
    });
    await markCollectionRunSent(db, runId);
  };
}

/** Never before the day it was to go out, be it the run's own or one it was moved to; never on a day without banks. */
function sendingDayOf(plannedOn: CalendarDate, askedOn = plannedOn): CalendarDate {
  return askedOn > plannedOn ? onOrNextBankingDay(askedOn) : plannedOn;
}

async function move(
  { db }: ActivityDeps,
  runId: string,
  createdOn: CalendarDate,
  effectiveOn: CalendarDate,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await moveCollectionRun(trx, runId, effectiveOn))) return;
    const detail = `${runId} is sent on ${createdOn} and settles on ${effectiveOn}`;
    const exception_id = `run-moved:${runId}:${createdOn}`;
    await raiseExceptions(trx, [{ exception_id, kind: 'run_moved', detail, raised_on: createdOn }]);
  });
}

const savingsAmong = (entries: readonly CollectionEntry[]): string[] =>
  entries.filter(({ account }) => account.accountType === 'savings').map(({ traceNumber }) => traceNumber);
