import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { openCarriedDesk, carriedOver } from './desk';
import { listen } from './listen';
import type { CarriedLease } from './messages';
import { showWait } from './operator-view';
import { keepRecords } from './records';
import { canStartAfresh, silence } from './waiting';

/**
 * A Funded lease. Scheduled payments do not wake it: the daily run keeps them in SQL. It hears only what changes its
 * legal state, and until returns and pay-off exist it refuses all of it.
 */
export async function servicing(carried: CarriedLease): Promise<never> {
  const desk = openCarriedDesk(carried);
  listen(desk);
  void keepRecords(desk);

  while (!canStartAfresh(desk)) {
    showWait(desk);
    await silence(desk, null);
  }

  await condition(allHandlersFinished);
  return await continueAsNew<typeof servicing>(carriedOver(desk));
}
