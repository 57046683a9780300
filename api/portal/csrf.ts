import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { LeaseError } from '../../domain/errors';
import { csrfIn } from './form-body';
import { isSecure } from './is-secure';

/** What stands in the forms of one session: made of its secret, so that nothing more need be kept, and not the secret. */
export const csrfTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('forms of this session').digest('base64url');

/** @throws LeaseError FORBIDDEN for a form that is not one of ours, made for this very session */
export function requireOwnForm(deps: { isSandbox: boolean }, req: Request, secret: string): void {
  if (isOwnOrigin(req, isSecure(deps, req)) && isTokenOf(csrfIn(req), secret)) return;
  throw new LeaseError('FORBIDDEN', 'the form is not one of ours, or of another session');
}

function isTokenOf(given: string, secret: string): boolean {
  const [expected, received] = [Buffer.from(csrfTokenOf(secret)), Buffer.from(given)];
  return expected.length === received.length && timingSafeEqual(expected, received);
}

/**
 * Whether a form comes from our own pages, as far as the browser tells: all of today's say where a form was sent from.
 * A caller that says nothing still needs the token.
 */
function isOwnOrigin(req: Request, secure: boolean): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = req.headers;
  return origin === undefined || origin === `${secure ? 'https' : 'http'}://${req.host}`;
}
