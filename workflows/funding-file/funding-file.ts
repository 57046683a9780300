import { continueAsNew, proxyActivities, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import type { KeptFundingFile } from './messages';
import { progressText } from './progress';

const act = proxyActivities<
  Pick<Activities, 'stageFundingFile' | 'judgeFundingRows' | 'repeatFundingReport' | 'writeFundingReport'>
>({ startToCloseTimeout: '30 minutes', heartbeatTimeout: '10 seconds' });

/** Few events for a large file, and not much to do again for a killed worker. */
const BATCH_ROWS = 500;

/** How long leases are waited for that do not answer at once. After the last pause they get no more time. */
const PAUSES = ['5 seconds', '15 seconds', '30 seconds', '1 minute', '2 minutes'] as const;

const ASK_AGAIN_MS = 5_000;

/** A batch funding file of a merchant. Workflow ID: `funding-file:<fileId>`. */
export async function fundingFile({ fileId }: KeptFundingFile): Promise<void> {
  // The whole file is read and checked before any of its rows counts.
  const staged = await act.stageFundingFile({ fileId });
  if (staged.next === 'original') return await repeatOriginal(fileId);
  if (staged.next === 'nothing') return;

  // Every row gets its code: at once, or from its lease.
  const { rowCount } = staged;
  let open = await judge(fileId, batchesOf(rowCount), rowCount);

  // A lease that does not answer keeps nobody waiting but the report, and that only for minutes.
  for (const pause of PAUSES) {
    if (open.length === 0) break;
    await sleep(pause);
    open = await judge(fileId, open, rowCount);
  }
  for (const batch of open) await act.judgeFundingRows({ fileId, ...batch, isLastCall: true });

  await act.writeFundingReport({ fileId });
  setCurrentDetails(`All **${rowCount}** rows have their code, and the report is written.`);
}

interface Batch {
  fromRow: number;
  toRow: number;
}

function batchesOf(rowCount: number): Batch[] {
  return Array.from({ length: Math.ceil(rowCount / BATCH_ROWS) }, (_, index) => {
    const fromRow = index * BATCH_ROWS + 1;
    return { fromRow, toRow: Math.min(fromRow + BATCH_ROWS - 1, rowCount) };
  });
}

/** @returns the batches in which a lease has not answered yet */
async function judge(fileId: string, batches: readonly Batch[], rowCount: number): Promise<Batch[]> {
  const open: Batch[] = [];
  let openCount = 0;
  for (const batch of batches) {
    const judged = await act.judgeFundingRows({ fileId, ...batch });
    if (judged.openCount > 0) open.push(batch);
    openCount += judged.openCount;
    setCurrentDetails(progressText({ rowCount, lastRow: batch.toRow, openCount }));
  }
  return open;
}

/** Nothing of it is acted on: it gets the report of the file that has the same bytes, as soon as there is one. */
async function repeatOriginal(fileId: string): Promise<void> {
  while (!(await act.repeatFundingReport({ fileId })).isDone) {
    await sleep(ASK_AGAIN_MS);
    if (workflowInfo().continueAsNewSuggested) return await continueAsNew<typeof fundingFile>({ fileId });
  }
}
