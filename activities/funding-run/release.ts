import { mirrorInLeases, moveLines } from '../../db/funding-lines';
import { readRun, releaseRun } from '../../db/funding-runs';
import type { ActivityDeps } from '../deps';

/**
 * Lets a held run go, once: who asked first is kept. That it is a second person is for the API to see.
 *
 * @throws anything (retried) when the database cannot be reached
 */
export function releaseFundingRun({ db }: ActivityDeps) {
  return async ({ runId, releasedBy }: { runId: string; releasedBy: string }): Promise<void> => {
    await db.transaction().execute(async (trx) => {
      if (!(await releaseRun(trx, runId, releasedBy))) return;
      const { cut_off_at: cutOffAt } = await readRun(trx, runId);
      await moveLines(trx, [runId], { from: 'held', to: 'in_file' });
      await mirrorInLeases(trx, [runId], cutOffAt);
    });
  };
}
