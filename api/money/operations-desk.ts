import type { Client } from '@temporalio/client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { type Instant, instant } from '../../domain/calendar-date';
import { confirm, propose, readAccounts } from './merchant-accounts';
import type { OperationsDesk } from './operations-desk-port';
import { changeProgram } from './programs';
import { releaseRun } from './release';
import { findCollectionRun, runFile } from './run-files';

export interface OperationsDeskDeps {
  db: Db;
  cipher: Cipher;
  temporal: Client;
  now?: () => Instant;
}

export function operationsDesk(deps: OperationsDeskDeps): OperationsDesk {
  const { db, cipher, now = () => instant(Date.now()) } = deps;
  return {
    fundingFile: (runId) => runFile(db, cipher, runId),
    release: (caller, runId) => releaseRun(deps, caller, runId),
    collectionRun: (runId) => findCollectionRun(db, runId),
    collectionFile: (runId) => runFile(db, cipher, runId),
    accounts: (merchantId) => readAccounts(deps, merchantId),
    proposeAccount: (caller, merchantId, account) => propose(deps, caller, merchantId, account, now()),
    confirmAccount: (caller, merchantId, accountId) => confirm(deps, caller, { merchantId, accountId }, now()),
    setProgram: (caller, merchantId, program) => changeProgram(db, caller, merchantId, program),
  };
}
