import type { Client } from '@temporalio/client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import type { VerdictWaiter } from './verdict-waiter';

/** A verdict is usually there in milliseconds; after this the caller is told where to ask for it. */
export const VERDICT_WAIT_MS = 3_000;
/** A card network may take its time. */
export const CARD_WAIT_MS = 15_000;

export interface CommandDeps {
  db: Db;
  cipher: Cipher;
  temporal: Client;
  waiter: VerdictWaiter;
}
