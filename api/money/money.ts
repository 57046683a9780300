import type { Client } from '@temporalio/client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { withAvailability } from '../availability';
import { fundingReads } from './fundings';
import { operationsDesk } from './operations-desk';
import { paymentReads } from './payments';
import type { MoneyPorts } from './ports';
import { purchaseQuotes } from './purchases';
import { returnFiles } from './returns';

/** The real money ports, put together. */
export function moneyPorts(deps: { db: Db; cipher: Cipher; temporal: Client }): MoneyPorts {
  return {
    fundings: withAvailability(fundingReads(deps)),
    operationsDesk: withAvailability(operationsDesk(deps)),
    payments: withAvailability(paymentReads(deps)),
    purchases: withAvailability(purchaseQuotes(deps)),
    returns: withAvailability(returnFiles(deps)),
  };
}
