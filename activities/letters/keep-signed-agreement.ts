import type { ContractRound } from '../../db/contracts';
import { signedAgreement } from '../../domain/letters/signed-agreement';
import type { LetterDeps } from './deps';
import { keepLetter } from './keep-letter';
import { signatureFacts } from './signature-facts';

/**
 * Makes the customer's copy of a signed contract with its certificate, once. Run again it changes nothing.
 * @returns false when this contract of the lease was not signed
 */
export async function keepSignedAgreement(
  deps: Pick<LetterDeps, 'db' | 'cipher'>,
  { leaseId, round }: ContractRound,
): Promise<boolean> {
  const signature = await signatureFacts(deps, { leaseId, round });
  if (!signature) return false;
  await keepLetter(deps, { leaseId, kind: 'signed_agreement', number: round }, signedAgreement(signature));
  return true;
}
