import type { Client } from '@temporalio/client';
import type { Db } from '../../db/database';
import { brokenOffFundingFiles, forgetFundingFile, unstartedFundingFiles } from '../../db/funding-files';
import { startFundingFile } from './start';

/** Between the commit of a file and its start lie milliseconds; after this nobody is coming any more. */
const ORPHAN_SECONDS = 20;

/** No upload takes longer; what is left of one that broke off is taken away. */
const UPLOAD_HOURS = 24;

/**
 * Starts files that were received and never reached Temporal: whoever brought them died between the two. Starting a file
 * twice is one start.
 *
 * @returns how many there were
 * @throws ServiceError while Temporal is away; the next round tries again
 */
export async function startUnstartedFundingFiles(db: Db, client: Client): Promise<number> {
  for (const fileId of await brokenOffFundingFiles(db, UPLOAD_HOURS)) await forgetFundingFile(db, fileId);
  const waiting = await unstartedFundingFiles(db, ORPHAN_SECONDS);
  for (const fileId of waiting) await startFundingFile(client, fileId);
  return waiting.length;
}
