import { ERROR_CATALOGUE, type ErrorCode } from '../../domain/errors';
import type { LinkState } from './link-state';
import type { FormAlert, NoticeKind } from './words';

const KINDS: Partial<Record<ErrorCode, NoticeKind>> = {
  NOT_FOUND: 'unknown',
  SIGNING_LINK_DEAD: 'dead',
  ILLEGAL_TRANSITION: 'dead',
  APPROVAL_EXPIRED: 'expired',
  CONTRACTS_EXPIRED: 'expired',
  CARD_ATTEMPTS_EXCEEDED: 'blocked',
  LEASE_BLOCKED: 'blocked',
  RATE_LIMITED: 'tooMany',
  UNAVAILABLE: 'unavailable',
};

/** After these the customer may sign again, on the same page. */
const ALERTS: Partial<Record<ErrorCode, FormAlert>> = {
  CARD_DECLINED: 'cardDeclined',
  CARD_TYPE_NOT_ACCEPTED: 'cardTypeRefused',
  AGREEMENT_CHANGED: 'agreementChanged',
};

/** What a customer is told in place of a code. */
export function noticeKind(code: ErrorCode): NoticeKind {
  return KINDS[code] ?? (ERROR_CATALOGUE[code].status >= 500 ? 'failed' : 'notUnderstood');
}

export const formAlert = (code: ErrorCode): FormAlert | undefined => ALERTS[code];

/** The HTTP status of the page for a link that cannot be signed. */
export const deadLinkStatus = (state: Exclude<LinkState, 'open'>): number => (state === 'blocked' ? 423 : 410);
