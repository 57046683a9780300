import type { KyselyPlugin } from 'kysely';
import type { Db, Trx } from '../../db/database';

/** How many statements `work` sends, whatever their size. */
export async function countStatements(db: Db, work: (trx: Trx) => Promise<void>): Promise<number> {
  let sentCount = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      sentCount += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await db.transaction().execute((trx) => work(trx.withPlugin(counter)));
  return sentCount;
}
