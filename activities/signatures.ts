import { insertSignature } from '../db/contracts';
import type { Trx } from '../db/database';
import type { LeaseRow } from '../db/leases';
import { requestBody } from '../db/requests';
import type { Recording, Reporter } from '../domain/lease/recording';
import type { ActivityDeps } from './deps';

/** Keeps what proves the signature: the name typed, the consents, the hash of what was shown. Never the card. */
export async function keepSignature(
  { cipher }: ActivityDeps,
  trx: Trx,
  { lease_id: leaseId, contract_round: round }: LeaseRow,
  { at }: Recording,
  { messageId }: Reporter,
): Promise<void> {
  if (!round) throw new Error('a signature needs contracts');
  const { cardToken: _, ...evidence } = await requestBody<Record<string, unknown>>(trx, cipher, messageId);
  await insertSignature(trx, cipher, { leaseId, round, messageId, signedAt: at, evidence });
}
