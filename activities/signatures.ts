import { insertSignature } from '../db/contracts';
import type { Trx } from '../db/database';
import type { LeaseRow } from '../db/leases';
import { insertPurchaseNotice } from '../db/notices-california';
import { requestBody } from '../db/requests';
import { stateTerms } from '../domain/agreement/state-terms';
import { cents } from '../domain/cents';
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
  lease: LeaseRow,
  { at }: Recording,
  { messageId }: Reporter,
): Promise<Pick<LeaseRow, 'is_autopay'>> {
  const { lease_id: leaseId, contract_round: round } = lease;
  if (!round) throw new Error('a signature needs contracts');
  const { cardToken: _, ...evidence } = await requestBody<SignatureBody>(trx, cipher, messageId);
  await insertSignature(trx, cipher, { leaseId, round, messageId, signedAt: at, evidence });
  await noticePurchaseOption(trx, lease, round);
  return { is_autopay: evidence.consents?.recurringPayment === true };
}

/** California tells customers of early purchase on its own, within ten days of the signature. */
async function noticePurchaseOption(trx: Trx, lease: LeaseRow, round: number): Promise<void> {
  const { lease_id: leaseId, delivery_state: state, signed_on: signedOn, pricing } = lease;
  if (!state || !signedOn || !pricing || stateTerms(state).earlyPurchase !== 'CA') return;
  const amountCents = cents(Math.max(0, pricing.cashPriceCents - pricing.initialPaymentCents));
  await insertPurchaseNotice(trx, { leaseId, round, signedOn, amountCents });
}
