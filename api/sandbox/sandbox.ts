import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { promptly } from '../../config/temporal-client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { setEngineAvailable } from '../../db/sandbox';
import { calendarDate, instant } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { engineRestored, leaseWorkflowId } from '../../workflows/lease/messages';
import type { Sandbox } from '../ports';
import { requireLease } from '../reads/tenancy';
import { takeBankFile } from './bank-files';
import { runDaily } from './daily-run';
import { advanceLeaseClock } from './lease-clock';

const todayOn = () => calendarDate(instant(Date.now()).slice(0, 10));

export function sandbox(db: Db, cipher: Cipher, client: Client): Sandbox {
  return {
    async advanceClock(caller, leaseId, by) {
      await requireLease(db, caller, leaseId);
      return { leaseId, now: await advanceLeaseClock(client, leaseId, by) };
    },

    /** Pending leases would ask again by themselves, at the latest after 15 minutes; nobody in a sandbox waits so long. */
    async setDecisionEngine(available) {
      await setEngineAvailable(db, available);
      if (!available) return;
      const pending = await db.selectFrom('leases').select('lease_id').where('status', '=', 'pending').execute();
      await Promise.all(pending.map(({ lease_id }) => tellEngineRestored(client, lease_id)));
    },

    dailyRun: (caller, asOf) => runDaily({ db, temporal: client }, caller, asOf, todayOn()),
    takeBankFile: (text) => takeBankFile({ db, cipher, temporal: client }, text),
  };
}

/** A lease whose Workflow never began, or has ended, has nothing to ask. */
async function tellEngineRestored(client: Client, leaseId: LeaseId): Promise<void> {
  try {
    await promptly(client, () => client.workflow.getHandle(leaseWorkflowId(leaseId)).signal(engineRestored));
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
