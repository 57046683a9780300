import { sql } from 'kysely';
import type { Trx } from './database';

/** Both kinds of run take their trace numbers from one sequence: whoever cuts a run holds this until it commits. */
export async function lockTraces(trx: Trx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(4204)`.execute(trx);
}

/** Where the sequence of an originating bank stands; under {@link lockTraces} nobody else moves it. */
export async function lastTraceSequence(trx: Trx, originatingBank: string): Promise<number> {
  const { last } = await trx
    .selectFrom('ach_entries')
    .select((entry) => entry.fn.max<string | null>('trace_number').as('last'))
    .where('trace_number', 'like', `${originatingBank}%`)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Number(last.slice(originatingBank.length));
}
