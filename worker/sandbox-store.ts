import type { SandboxBankStore } from '../activities/adapters/sandbox-bank-store';
import type { SandboxStore } from '../activities/adapters/sandbox-store';
import type { Cipher } from '../db/cipher';
import type { Db } from '../db/database';
import { countTry, isEngineAvailable, rememberAnswer } from '../db/sandbox';
import { closeBankDay, filesFromBank, keepHandedFile } from '../db/sandbox-bank';

/** The sandbox adapters' memory in SQL, so that their answers outlive a restart. */
export function sandboxStore(db: Db, cipher: Cipher): SandboxStore {
  return {
    isEngineAvailable: () => isEngineAvailable(db),
    countTry: (idempotencyKey) => countTry(db, idempotencyKey),
    remember: (idempotencyKey, outcome, reference) => rememberAnswer(db, idempotencyKey, outcome, reference),
    bank: sandboxBankStore(db, cipher),
  };
}

/** The simulated bank's memory; sealed, because its files name accounts. */
export function sandboxBankStore(db: Db, cipher: Cipher): SandboxBankStore {
  return {
    keep: (file, answersFromOn) => keepHandedFile(db, cipher, file, answersFromOn),
    close: (businessOn, answer) => closeBankDay(db, cipher, businessOn, answer),
    said: (businessOn) => filesFromBank(db, cipher, businessOn),
  };
}
