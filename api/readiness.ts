import type { Client } from '@temporalio/client';
import { promptly } from '../config/temporal-client';
import type { Db } from '../db/database';
import { isMigrated } from '../db/migrate';
import type { Readiness } from './ports';

/**
 * Asks both truths at once; what does not answer promptly is not ready. Nobody is counted here, so however many ask
 * at once share one answer.
 */
export function readiness(db: Db, client: Client): Readiness {
  return shared(async () => {
    const [migrations, temporal] = await Promise.all([
      isMigrated(db).then(
        (done) => ({ database: true, migrations: done }),
        () => ({ database: false, migrations: false }),
      ),
      promptly(client, () => client.workflowService.describeNamespace({ namespace: client.options.namespace })).then(
        () => true,
        () => false,
      ),
    ]);
    return { ...migrations, temporal };
  });
}

function shared<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let underWay: Promise<Answer> | undefined;
  return () => {
    underWay ??= ask().finally(() => (underWay = undefined));
    return underWay;
  };
}
