import type { CalendarDate } from '../domain/calendar-date';
import type { Trx } from './database';

/** The runs whose money is due to have arrived by this day, held until the transaction ends. */
export async function lockDueRuns(trx: Trx, businessOn: CalendarDate): Promise<string[]> {
  const rows = await trx
    .selectFrom('funding_runs')
    .select('run_id')
    .where('state', '=', 'sent')
    .where('effective_on', '<=', businessOn)
    .orderBy('run_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.run_id);
}

/** What did not come back has settled: none of the entries of these runs is at the bank any more. */
export async function settleRuns(trx: Trx, runIds: readonly string[]): Promise<void> {
  await trx
    .updateTable('ach_entries')
    .set({ state: 'settled' })
    .where('run_id', 'in', runIds)
    .where('state', '=', 'in_file')
    .execute();
  await trx.updateTable('funding_runs').set({ state: 'settled' }).where('run_id', 'in', runIds).execute();
}
