import type { SandboxBankStore } from './sandbox-bank-store';

/** The little that the sandbox remembers, so that its answers outlive a restart like those of a real partner. */
export interface SandboxStore {
  /** What `PUT /v1/sandbox/decision-engine` set last; false until then. */
  isEngineAvailable(): Promise<boolean>;
  /** Counts one more try of this key and says which it is: 1 for the first. */
  countTry(idempotencyKey: string): Promise<number>;
  /** Keeps the first answer of a key; later ones get that first answer back, whatever they bring. */
  remember(idempotencyKey: string, outcome: string, reference: string): Promise<{ outcome: string; reference: string }>;
  bank: SandboxBankStore;
}
