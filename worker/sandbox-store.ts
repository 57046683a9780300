import type { SandboxStore } from '../activities/adapters/sandbox-store';
import type { Db } from '../db/database';
import { countTry, isEngineAvailable, rememberAnswer } from '../db/sandbox';

/** The sandbox adapters' memory in SQL, so that their answers outlive a restart. */
export function sandboxStore(db: Db): SandboxStore {
  return {
    isEngineAvailable: () => isEngineAvailable(db),
    countTry: (idempotencyKey) => countTry(db, idempotencyKey),
    remember: (idempotencyKey, outcome, reference) => rememberAnswer(db, idempotencyKey, outcome, reference),
  };
}
