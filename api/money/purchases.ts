import type { Client } from '@temporalio/client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import type { PurchaseQuotes } from './purchases-port';

export interface PurchaseQuotesDeps {
  db: Db;
  cipher: Cipher;
  temporal: Client;
}

export function purchaseQuotes(_deps: PurchaseQuotesDeps): PurchaseQuotes {
  return {};
}
