import type { Client } from '@temporalio/client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import type { ReturnFiles } from './returns-port';

export interface ReturnFilesDeps {
  db: Db;
  cipher: Cipher;
  temporal: Client;
}

export function returnFiles(_deps: ReturnFilesDeps): ReturnFiles {
  return {};
}
