import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import { HAND_OVER, handOver } from '../hand-over';
import type { CollectionRunDay } from './messages';
import { tellPaidOff } from './paid-off';

const act = proxyActivities<Activities>({ startToCloseTimeout: '30 minutes', heartbeatTimeout: '10 seconds' });
const bank = proxyActivities<Pick<Activities, 'sendCollectionFile'>>({
  startToCloseTimeout: '30 minutes',
  ...HAND_OVER,
});

/** What one banking day brings from and to customers. Workflow ID: `collection-run:<businessOn>`. */
export async function collectionRun({ businessOn }: CollectionRunDay): Promise<void> {
  // Debits that settled, and payments by card whose day has come.
  const { hasDueCharges } = await act.settleCollections({ businessOn });
  if (hasDueCharges) await act.chargeDuePayments({ businessOn });

  // Who is late is late before new debits are made.
  await act.assessLateFees({ businessOn });

  // What falls due on the next banking day goes to the bank today.
  const { runId, hasFile, hasPaidOff } = await act.cutCollectionRun({ businessOn });
  if (hasFile) await handOver({ runId, businessOn }, bank.sendCollectionFile);

  // Whoever has paid everything owns the goods.
  if (hasPaidOff) await tellPaidOff(businessOn);
}
