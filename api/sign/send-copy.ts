import type { Request, Response } from 'express';
import type { SigningLinkRow } from '../../db/signing-links';
import { contentSecurityPolicy } from '../pages/send-page';
import { linkState } from './link-state';
import { sendDeadLink, showAgreement } from './show-agreement';
import type { SignDeps } from './sign-deps';
import type { SignVisit } from './visit';
import { SIGN_WORDS } from './words';

/** What a ticket for a copy is bound to: one signed contract. */
export const copyAbout = ({ leaseId, round }: Pick<SigningLinkRow, 'leaseId' | 'round'>): string =>
  `${leaseId}:${round}`;

/** The signed agreement as a file, for as long as the ticket in the address lasts. */
export async function sendCopy(deps: SignDeps, visit: SignVisit, req: Request, res: Response): Promise<void> {
  const { link, ancestors } = visit;
  if (!deps.tickets.isGood('copy', copyAbout(link), String(req.params['ticket']))) {
    const state = linkState(link);
    return state === 'open' ? await showAgreement(deps, visit, res) : sendDeadLink(res, visit, state);
  }
  const { bytes, mediaType } = await deps.documents.signedAgreement(link.leaseId, link.round);
  const name = `${SIGN_WORDS[link.language].confirmation.fileName}-${link.leaseId}.pdf`;
  res.setHeader('Content-Security-Policy', contentSecurityPolicy({ frameAncestors: ancestors }));
  if (ancestors.length > 0) res.removeHeader('X-Frame-Options');
  res.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  res.type(mediaType).send(bytes);
}
