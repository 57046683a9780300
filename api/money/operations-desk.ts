import type { Client } from '@temporalio/client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { setEmbedOrigins } from '../../db/embed-origins';
import { type Instant, instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { merchantId } from '../../domain/ids';
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
    accounts: (id) => readAccounts(deps, id),
    proposeAccount: (caller, id, account) => propose(deps, caller, id, account, now()),
    confirmAccount: (caller, id, accountId) => confirm(deps, caller, { merchantId: id, accountId }, now()),
    setProgram: (caller, id, program) => changeProgram(db, caller, id, program),

    async setEmbedOrigins(id, origins) {
      if (!(await setEmbedOrigins(db, merchantId(id), origins))) throw new LeaseError('NOT_FOUND', 'no such merchant');
    },
  };
}
