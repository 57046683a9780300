import type { SandboxStore } from '../activities/adapters/sandbox-store';
import type { CaptureOutcome } from '../activities/ports';
import type { Db } from '../db/database';
import { countTry, isEngineAvailable, rememberAnswer } from '../db/sandbox';

/** The sandbox adapters' memory in SQL, so that their answers outlive a restart. */
export function sandboxStore(db: Db): SandboxStore {
  return {
    isEngineAvailable: () => isEngineAvailable(db),
    countTry: (idempotencyKey) => countTry(db, idempotencyKey),
    async remember(idempotencyKey, outcome, reference) {
      const answer = await rememberAnswer(db, idempotencyKey, outcome, reference);
      return { outcome: answer.outcome as CaptureOutcome, reference: answer.reference };
    },
  };
}
