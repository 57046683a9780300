import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import type { KeptBankFile } from './messages';

const act = proxyActivities<Pick<Activities, 'applyBankFile'>>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '10 seconds',
  summary: 'Apply returns and notifications of change',
});

/** One file from the bank. Workflow ID: `bank-file:<fileId>`. */
export async function bankFile({ fileId }: KeptBankFile): Promise<void> {
  await act.applyBankFile({ fileId });
}
