import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import { onceFor } from '../once-for';
import { bankFile } from '../bank-file/bank-file';
import { HAND_OVER, handOver } from '../hand-over';
import { bankFileWorkflowId } from '../bank-file/messages';
import type { CollectionRunDay } from './messages';
import { tellPaidOff } from './paid-off';

const act = proxyActivities<Activities>({ startToCloseTimeout: '30 minutes', heartbeatTimeout: '10 seconds' });
const bank = proxyActivities<Pick<Activities, 'sendCollectionFile'>>({
  startToCloseTimeout: '30 minutes',
  ...HAND_OVER,
});

/** What one banking day brings from and to customers. Workflow ID: `collection-run:<businessOn>`. */
export async function collectionRun({ businessOn }: CollectionRunDay): Promise<void> {
  // What the bank says about earlier days comes first: nothing is settled that came back.
  const { fileIds } = await act.collectBankFiles({ businessOn });
  for (const fileId of fileIds) await onceFor(bankFileWorkflowId(fileId), bankFile, [{ fileId }]);

  // Debits that settled, and payments by card whose day has come.
  await act.settleCollections({ businessOn });
  await act.chargeDuePayments({ businessOn });

  // Who is late is late before new debits are made.
  await act.assessLateFees({ businessOn });

  // What falls due on the next banking day goes to the bank today.
  const { runId, hasFile } = await act.cutCollectionRun({ businessOn });
  if (hasFile) await handOver({ runId, businessOn }, bank.sendCollectionFile);

  // Whoever has paid everything owns the goods.
  await tellPaidOff(businessOn);
}
