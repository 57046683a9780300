import { sql } from 'kysely';
import type { Db } from './database';

const ENGINE_SWITCH = 'decision-engine-available';

export async function isEngineAvailable(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('sandbox_switches')
    .select('is_on')
    .where('name', '=', ENGINE_SWITCH)
    .executeTakeFirst();
  return row?.is_on ?? false;
}

export async function setEngineAvailable(db: Db, isOn: boolean): Promise<void> {
  await db
    .insertInto('sandbox_switches')
    .values({ name: ENGINE_SWITCH, is_on: isOn })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ is_on: isOn }))
    .execute();
}

/** @returns which try of this key it is: 1 for the first */
export async function countTry(db: Db, idempotencyKey: string): Promise<number> {
  const { tries } = await db
    .insertInto('sandbox_calls')
    .values({ idempotency_key: idempotencyKey, tries: 1 })
    .onConflict((conflict) =>
      conflict.column('idempotency_key').doUpdateSet({ tries: sql<number>`sandbox_calls.tries + 1` }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return tries;
}

/** Keeps the first answer of a key and hands it back ever after. */
export async function rememberAnswer(
  db: Db,
  idempotencyKey: string,
  outcome: string,
  reference: string,
): Promise<{ outcome: string; reference: string }> {
  const row = await db
    .insertInto('sandbox_calls')
    .values({ idempotency_key: idempotencyKey, outcome, reference })
    .onConflict((conflict) =>
      conflict.column('idempotency_key').doUpdateSet({
        outcome: sql<string>`coalesce(sandbox_calls.outcome, excluded.outcome)`,
        reference: sql<string>`coalesce(sandbox_calls.reference, excluded.reference)`,
      }),
    )
    .returning(['outcome', 'reference'])
    .executeTakeFirstOrThrow();
  return { outcome: row.outcome ?? outcome, reference: row.reference ?? reference };
}
