import { type ContractRound, readAgreement, readSignature } from '../../db/contracts';
import { storeTimeZone } from '../../db/stores';
import type { Agreement } from '../../domain/agreement/agreement-document';
import type { Signature, SignatureEvidence } from '../../domain/letters/certificate';
import type { LetterDeps } from './deps';
import { storeTime } from './store-time';

/**
 * A signed contract as it was kept: the agreement that was shown, and what proves the signature.
 * @returns undefined when this contract of the lease was not signed
 */
export async function signatureFacts(
  { db, cipher }: Pick<LetterDeps, 'db' | 'cipher'>,
  contract: ContractRound,
): Promise<Signature | undefined> {
  const signed = await readSignature(db, cipher, contract);
  if (!signed) return undefined;
  const { sha256, content } = await readAgreement(db, cipher, contract);
  const agreement = content as Agreement;
  return {
    agreement,
    agreementSha256: sha256,
    evidence: signed.evidence as SignatureEvidence,
    signedAt: signed.signedAt,
    signedAtStore: storeTime(await storeTimeZone(db, contract.leaseId), signed.signedAt),
    initialPaymentCents: agreement.amounts.initialPaymentCents,
  };
}
