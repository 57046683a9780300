import type { Client } from '@temporalio/client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import type { PaymentReads } from './payments-port';

export interface PaymentReadsDeps {
  db: Db;
  cipher: Cipher;
  temporal: Client;
}

export function paymentReads(_deps: PaymentReadsDeps): PaymentReads {
  return {};
}
