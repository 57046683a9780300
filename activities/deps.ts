import type { Cipher } from '../db/cipher';
import type { Db } from '../db/database';
import type { Lessor } from '../domain/agreement/agreement-document';
import type { Originator } from '../domain/originator';
import type { Bank, CardProcessor, DecisionEngine, LeaseSignals } from './ports';

/** What activities act on; chosen once, where the worker is put together. */
export interface ActivityDeps {
  db: Db;
  cipher: Cipher;
  decisionEngine: DecisionEngine;
  cardProcessor: CardProcessor;
  bank: Bank;
  leases: LeaseSignals;
  originator: Originator;
  /** a funding run above it waits for a second person */
  releaseLimitCents: number;
  lessor: Lessor;
}
