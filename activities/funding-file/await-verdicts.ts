import type { Db } from '../../db/database';
import { type FoundVerdict, verdictsOn } from '../../db/funding-file-leases';
import type { MessageId } from '../../domain/ids';

const POLL_MS = 150;

/** After this long without any news, those who have not answered will not answer soon. */
export const SILENCE_MS = 8_000;

/** The verdicts on these messages, as many as come while any come: the slowest lease holds up nobody for long. */
export async function awaitVerdicts(
  db: Db,
  messageIds: readonly MessageId[],
  silenceMs: number,
): Promise<Map<MessageId, FoundVerdict>> {
  let found = await verdictsOn(db, messageIds);
  let newsAt = performance.now();
  while (found.size < messageIds.length && performance.now() - newsAt < silenceMs) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    const before = found.size;
    found = await verdictsOn(db, messageIds);
    if (found.size > before) newsAt = performance.now();
  }
  return found;
}
