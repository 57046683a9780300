import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { ServicingEnd } from '../../domain/lease/state';
import { carryOut } from './carry-out';
import { openCarriedDesk, carriedOver } from './desk';
import { listen } from './listen';
import type { CarriedLease } from './messages';
import { showWait } from './operator-view';
import { allRecorded, keepRecords } from './records';
import { canStartAfresh, silence } from './waiting';

/**
 * A Funded lease. Scheduled payments do not wake it: the daily run keeps them in SQL. It hears only what changes its
 * legal state: returns, payments by hand, purchase and pay-off; and it ends when the customer owns the goods or has
 * given all of them back.
 */
export async function servicing(carried: CarriedLease): Promise<ServicingEnd> {
  const desk = openCarriedDesk(carried);
  listen(desk);
  void keepRecords(desk);

  while (!desk.lease.servicingEnd && !canStartAfresh(desk)) {
    showWait(desk);
    if (desk.lease.asked) await carryOut(desk);
    else await silence(desk, null);
  }

  await condition(allHandlersFinished);
  if (!desk.lease.servicingEnd) return await continueAsNew<typeof servicing>(carriedOver(desk));
  showWait(desk);
  await allRecorded(desk);
  return desk.lease.servicingEnd;
}
