import type { SandboxStore } from '../../activities/adapters/sandbox-store';

import { inMemorySandboxBank } from './in-memory-sandbox-bank';

/** The sandbox's memory for tests without SQL; `switchEngine` is what the PUT does. */
export function inMemorySandboxStore(): SandboxStore & { switchEngine(available: boolean): void } {
  let engineAvailable = false;
  const tries = new Map<string, number>();
  const answers = new Map<string, { outcome: string; reference: string }>();
  return {
    switchEngine(available) {
      engineAvailable = available;
    },
    async isEngineAvailable() {
      return engineAvailable;
    },
    async countTry(idempotencyKey) {
      const tryCount = (tries.get(idempotencyKey) ?? 0) + 1;
      tries.set(idempotencyKey, tryCount);
      return tryCount;
    },
    async remember(idempotencyKey, outcome, reference) {
      const answer = answers.get(idempotencyKey) ?? { outcome, reference };
      answers.set(idempotencyKey, answer);
      return answer;
    },
    bank: inMemorySandboxBank(),
  };
}
