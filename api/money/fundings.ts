import type { Client } from '@temporalio/client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import type { FundingReads } from './fundings-port';

export interface FundingReadsDeps {
  db: Db;
  cipher: Cipher;
  temporal: Client;
}

export function fundingReads(_deps: FundingReadsDeps): FundingReads {
  return {};
}
