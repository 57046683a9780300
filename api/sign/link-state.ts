import { CARD_ATTEMPTS_MAX } from '../../domain/lease-policy';
import type { SigningLinkRow } from '../../db/signing-links';

/** What has become of a link, as its customer is told. Only `open` can be signed. */
export const LINK_STATES = ['open', 'blocked', 'signed', 'replaced', 'cancelled', 'expired'] as const;
export type LinkState = (typeof LINK_STATES)[number];

export function linkState(link: SigningLinkRow): LinkState {
  const { status, round, currentRound, isSigned } = link;
  const isCurrent = currentRound === round;
  if (isSigned) return isCurrent ? 'signed' : 'cancelled';
  if (isCurrent && status === 'contracts') return isBlocked(link) ? 'blocked' : 'open';
  if (status === 'contracts_expired' || status === 'approval_expired') return 'expired';
  return currentRound === null ? 'cancelled' : 'replaced';
}

/**
 * Where the next card would be refused unasked and close the lease for good (T30), no form invites to it: for the
 * customer it is blocked already.
 */
function isBlocked(link: SigningLinkRow): boolean {
  return link.isBlocked || cardAttemptsLeft(link) === 0;
}

export const cardAttemptsLeft = ({ declinedCount }: SigningLinkRow): number =>
  Math.max(0, CARD_ATTEMPTS_MAX - declinedCount);
