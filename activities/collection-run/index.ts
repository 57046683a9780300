import { hasDueCharges } from '../../db/collections-charges';
import type { CalendarDate } from '../../domain/calendar-date';
import { type HandOver, sendingDay } from '../ach-files/sending-day';
import type { ActivityDeps } from '../deps';
import { assessLateFees } from './assess';
import { chargeDuePayments } from './charge';
import { type CutCollectionRun, cutCollectionRun } from './cut';
import { leasesEnded, leasesPaidOff } from './paid-off';
import { sendCollectionFile } from './send';
import { settleCollections } from './settle';

interface Day {
  businessOn: CalendarDate;
}

/**
 * The steps of a collection run, each safe to repeat; a fixed number of SQL statements whatever the leases. Each says
 * whether there is anything for a later one to do: most days have no card to charge and no lease to end.
 */
export function collectionRunActivities(deps: ActivityDeps) {
  const settle = settleCollections(deps);
  const cut = cutCollectionRun(deps);
  const send = sendCollectionFile(deps);
  const paidOff = leasesPaidOff(deps);
  return {
    async settleCollections(day: Day): Promise<{ hasDueCharges: boolean }> {
      await settle(day);
      return { hasDueCharges: await hasDueCharges(deps.db, day.businessOn) };
    },
    chargeDuePayments: chargeDuePayments(deps),
    assessLateFees: assessLateFees(deps),
    async cutCollectionRun(day: Day): Promise<CutCollectionRun & { hasPaidOff: boolean }> {
      const { leaseIds } = await paidOff(day);
      return { ...(await cut(day)), hasPaidOff: leaseIds.length > 0 };
    },
    async sendCollectionFile({ runId, handOver }: { runId: string; handOver?: HandOver }): Promise<void> {
      await send({ runId, ...(handOver ? { createdOn: await sendingDay(deps.db, handOver) } : {}) });
    },
    leasesPaidOff: paidOff,
    leasesEnded: leasesEnded(deps),
  };
}
