import type { Client } from '@temporalio/client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import type { OperationsDesk } from './operations-desk-port';

export interface OperationsDeskDeps {
  db: Db;
  cipher: Cipher;
  temporal: Client;
}

export function operationsDesk(_deps: OperationsDeskDeps): OperationsDesk {
  return {};
}
