import { log } from '@temporalio/activity';
import { verdictsOn } from '../../db/funding-file-leases';
import { type DecidedRow, decideRows } from '../../db/funding-file-rows';
import type { ActivityDeps } from '../deps';
import { awaitVerdicts, SILENCE_MS } from './await-verdicts';
import { decideByVerdict, decideUnanswered, decideUnasked } from './decide-row';
import { openBatch, type RowBatch, withLeases } from './row-batch';
import { type RowToTell, tellLeases } from './tell-leases';

type Deps = Pick<ActivityDeps, 'db' | 'cipher' | 'leases'>;

export interface RowsToJudge {
  fileId: string;
  fromRow: number;
  toRow: number;
  /** what has no answer by now gets none */
  isLastCall?: boolean;
}

/**
 * Decides what becomes of a stretch of rows: what needs no lease at once, the others by their leases' verdicts. Only
 * rows without a code are looked at, and a row is the same message each time, so however often this runs a lease is
 * told once. A row that fails by itself stays open, and holds up nobody.
 *
 * @returns how many rows have no code yet
 */
export function judgeFundingRows(deps: Deps, silenceMs = SILENCE_MS) {
  const { db } = deps;
  return async ({ fileId, isLastCall = false, ...stretch }: RowsToJudge): Promise<{ openCount: number }> => {
    const batch = await openBatch(deps, { fileId, ...stretch });
    const { decided, toTell, told } = await decideAlone(deps, batch);
    await decideRows(db, fileId, decided);
    await tellLeases(deps, batch.file, toTell);
    const byLeases = await decideByLeases(deps, batch, [...told, ...toTell], silenceMs);
    await decideRows(db, fileId, byLeases);

    const done = new Set([...decided, ...byLeases].map(({ rowNumber }) => rowNumber));
    const open = batch.rows.filter(({ rowNumber }) => !done.has(rowNumber));
    if (!isLastCall) return { openCount: open.length };
    await decideRows(db, fileId, (await withLeases(deps, batch, open)).map(decideUnanswered));
    return { openCount: 0 };
  };
}

/** Parts the rows into those that no lease need hear of, those to tell, and those whose lease has answered before. */
async function decideAlone(
  deps: Deps,
  batch: RowBatch,
): Promise<{ decided: DecidedRow[]; toTell: RowToTell[]; told: RowToTell[] }> {
  // An earlier run may have told a lease and died: its verdict counts, not how the lease stands because of it.
  const verdicts = await verdictsOn(deps.db, batch.rows.map(messageOf));
  const told = batch.rows.filter((row) => verdicts.has(row.messageId));
  const decided: DecidedRow[] = [];
  const toTell: RowToTell[] = [];
  const untold = batch.rows.filter((row) => !verdicts.has(row.messageId));
  for (const row of await withLeases(deps, batch, untold)) {
    const result = isolated(row, () => decideUnasked(row, batch.around));
    if (result === 'tell') toTell.push(row);
    else if (result) decided.push(result);
  }
  return { decided, toTell, told };
}

/** What the leases have said so far of these rows, with the leases as they are after it. */
async function decideByLeases(
  deps: Deps,
  batch: RowBatch,
  rows: readonly RowToTell[],
  silenceMs: number,
): Promise<DecidedRow[]> {
  const verdicts = await awaitVerdicts(deps.db, rows.map(messageOf), silenceMs);
  const answered = rows.filter((row) => verdicts.has(row.messageId));
  return (await withLeases(deps, batch, answered)).flatMap((row) => {
    const { lease } = row;
    const verdict = verdicts.get(row.messageId);
    if (!lease || !verdict) return [];
    return isolated(row, () => decideByVerdict({ ...row, lease }, verdict, batch.around)) ?? [];
  });
}

const messageOf = ({ messageId }: RowToTell) => messageId;

/** A row that cannot be judged is for a person to look at; the file goes on without it. */
function isolated<Answer>({ rowNumber, row }: RowToTell, judge: () => Answer): Answer | undefined {
  try {
    return judge();
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    log.error('a row of a funding file could not be judged', { leaseId: row.leaseId, row: rowNumber, reason });
    return undefined;
  }
}
