import type { Insertable } from 'kysely';
import type { Db, Trx } from './database';
import type { ExceptionsTable } from './schema-money';

/** What a person must look at. `exception_id` names the fact; `detail` never holds a name or an account number. */
export type RaisedException = Insertable<ExceptionsTable>;

/** Raises each exception once, however often its fact is met. */
export async function raiseExceptions(db: Db | Trx, exceptions: readonly RaisedException[]): Promise<void> {
  if (exceptions.length === 0) return;
  await db
    .insertInto('exceptions')
    .values([...exceptions])
    .onConflict((conflict) => conflict.column('exception_id').doNothing())
    .execute();
}
