import { insertSignature } from '../db/contracts';
import type { Trx } from '../db/database';
import type { LeaseRow } from '../db/leases';
import { requestBody } from '../db/requests';
import type { Recording, Reporter } from '../domain/lease/recording';
import type { ActivityDeps } from './deps';

interface SignatureBody extends Record<string, unknown> {
  consents?: { recurringPayment?: boolean };
}

/**
 * Keeps what proves the signature: the name typed, the consents, the hash of what was shown. Never the card.
 *
 * @returns what the lease's row takes over: whether the customer lets us debit what is due, asked and answered freely
 */
export async function keepSignature(
  { cipher }: ActivityDeps,
  trx: Trx,
  { lease_id: leaseId, contract_round: round }: LeaseRow,
  { at }: Recording,
  { messageId }: Reporter,
): Promise<Pick<LeaseRow, 'is_autopay'>> {
  if (!round) throw new Error('a signature needs contracts');
  const { cardToken: _, ...evidence } = await requestBody<SignatureBody>(trx, cipher, messageId);
  await insertSignature(trx, cipher, { leaseId, round, messageId, signedAt: at, evidence });
  return { is_autopay: evidence.consents?.recurringPayment === true };
}
