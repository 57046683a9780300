import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { accountDay } from '../../activities/account-day';
import { promptly } from '../../config/temporal-client';
import type { Db } from '../../db/database';
import type { LeaseRow } from '../../db/leases';
import { keepQuote } from '../../db/purchase-quotes';
import { type Instant, instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import type { LeaseId } from '../../domain/ids';
import type { ServicingState } from '../../domain/lease-status';
import { requireLease } from '../reads/tenancy';
import { leaseTime } from '../sandbox/lease-clock';
import type { PurchaseQuotes } from './purchases-port';

export interface PurchaseQuotesDeps {
  db: Db;
  temporal: Client;
}

const SERVICED: readonly (ServicingState | null)[] = ['active', 'past_due', 'recovery_plan', 'suspended'];

export function purchaseQuotes({ db, temporal }: PurchaseQuotesDeps): PurchaseQuotes {
  return {
    async quote(caller, leaseId, asOfOn) {
      const lease = await requireLease(db, caller, leaseId);
      if (!SERVICED.includes(lease.servicing_state)) throw notForSale(lease);
      const on = asOfOn ?? (await accountDay(db, lease, await timeOf(temporal, leaseId))).on;
      return await db.transaction().execute((trx) => keepQuote(trx, lease, on));
    },
  };
}

function notForSale({ status, servicing_state: servicingState }: LeaseRow): LeaseError {
  const detail = servicingState ? `the lease has ended: ${servicingState}` : 'only a Funded lease can be bought out';
  return new LeaseError('ILLEGAL_TRANSITION', detail, { from: status, event: 'purchaseOptionRequested' });
}

/** The lease's own clock; in live, and for a lease without a Workflow, it is everybody's. */
async function timeOf(temporal: Client, leaseId: LeaseId): Promise<Instant> {
  try {
    return instant(await promptly(temporal, () => leaseTime(temporal, leaseId)));
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return instant(Date.now());
    throw error;
  }
}
