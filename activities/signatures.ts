import { createHash } from 'node:crypto';
import { insertSignature, readAgreement } from '../db/contracts';
import type { Trx } from '../db/database';
import type { LeaseRow } from '../db/leases';
import { insertPurchaseNotice } from '../db/notices-california';
import { requestBody } from '../db/requests';
import type { Agreement } from '../domain/agreement/agreement';
import { canonicalJson } from '../domain/agreement/canonical-json';
import { stateTerms } from '../domain/agreement/state-terms';
import { cents } from '../domain/cents';
import type { Recording, Reporter } from '../domain/lease/recording';
import type { ActivityDeps } from './deps';

interface SignatureBody extends Record<string, unknown> {
  consents?: { recurringPayment?: boolean };
  /** absent where it was kept before signers were */
  signer?: { ipAddress: string; userAgent: string };
}

/** Of its hash: enough to tell any two wordings apart. */
const VERSION_LENGTH = 16;

/**
 * Keeps what proves the signature: the name typed, the consents and in which wording they were given, the hash of what
 * was shown, from where. Never the card.
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
  const { cardToken: _, signer, ...given } = await requestBody<SignatureBody>(trx, cipher, messageId);
  const { content } = await readAgreement(trx, cipher, { leaseId, round });
  const seen = signer && { signer: { ...signer, consentTextVersion: consentTextVersion(content as Agreement) } };
  const evidence = { ...given, ...seen };
  await insertSignature(trx, cipher, { leaseId, round, messageId, signedAt: at, evidence });
  await noticePurchaseOption(trx, lease, round);
  return { is_autopay: given.consents?.recurringPayment === true };
}

/**
 * Names the consents exactly as this customer read them. Made of the agreement that was kept, not of today's words: a
 * release between reading and signing changes what we write, never what somebody has read.
 *
 * @returns language and the beginning of a SHA-256, `es-3f9a2c71d04b5e88`
 */
export function consentTextVersion({ language, consents }: Pick<Agreement, 'language' | 'consents'>): string {
  const sha256 = createHash('sha256').update(canonicalJson(consents)).digest('hex');
  return `${language}-${sha256.slice(0, VERSION_LENGTH)}`;
}

/** California tells customers of early purchase on its own, within ten days of the signature. */
async function noticePurchaseOption(trx: Trx, lease: LeaseRow, round: number): Promise<void> {
  const { lease_id: leaseId, delivery_state: state, signed_on: signedOn, pricing } = lease;
  if (!state || !signedOn || !pricing || stateTerms(state).earlyPurchase !== 'CA') return;
  const amountCents = cents(Math.max(0, pricing.cashPriceCents - pricing.initialPaymentCents));
  await insertPurchaseNotice(trx, { leaseId, round, signedOn, amountCents });
}
