import { isCompanion } from './companion';
import type { PartnerFolder } from './partner-folder';
import { isUnfinished } from './virtual-path';

const DAY_MS = 86_400_000;

/**
 * Removes what has lain too long: names of customers stand in these files, and all of them can be had from the API.
 * Of what waits in `in/` only work files and companions that never got their file are touched.
 */
export async function removeOldFiles(folder: PartnerFolder, retentionDays: number, nowMs: number): Promise<number> {
  let removedCount = 0;
  for (const area of ['in', 'out', 'failed', 'processed'] as const) {
    for (const name of await folder.names(area)) {
      if (area === 'in' && !isUnfinished(name) && !isCompanion(name)) continue;
      const stats = await folder.stat(area, name);
      // The day it came here, not the day it was written.
      if (!stats || nowMs - stats.ctimeMs < retentionDays * DAY_MS) continue;
      await folder.remove(area, name);
      removedCount += 1;
    }
  }
  return removedCount;
}
