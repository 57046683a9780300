import type { Request, Response } from 'express';
import { CONSENT_IDS } from '../../domain/agreement/agreement-words';
import { clientOf } from '../http/client';
import { contextOf } from '../http/request-context';
import { attemptKey } from './attempt-keys';
import { readPostedForm } from './posted-form';
import { showAgreement } from './show-agreement';
import type { SignDeps } from './sign-deps';
import { signatureIn } from './signature-form';
import type { SignVisit } from './visit';
import { SIGN_WORDS } from './words';

/** Hands a signature to the lease and leads to its outcome, so that a reload sends nothing again. */
export async function takeSignature(deps: SignDeps, visit: SignVisit, req: Request, res: Response): Promise<void> {
  const { token, link } = visit;
  const posted = await readPostedForm(req, res);
  if (!deps.tickets.isGood('form', token, posted.csrf)) {
    return await showAgreement(deps, visit, res, { status: 403, alert: 'formTooOld' });
  }
  const read = signatureIn(posted, SIGN_WORDS[link.language]);
  if ('problems' in read) {
    const { problems } = read;
    const isNameWrong = problems.some(({ field }) => field === 'signedName');
    const given = CONSENT_IDS.filter((id) => posted[id] === 'yes');
    // What may be the number of a card is not sent back.
    const form = { problems, given, signedName: isNameWrong ? '' : posted.signedName };
    return await showAgreement(deps, visit, res, { status: 400, form });
  }
  const attempt = attemptKey(posted.csrf, read.signature);
  const { requestId } = contextOf(req);
  const command = { token, requestId, idempotencyKey: attempt, body: read.signature, signer: clientOf(req) };
  await deps.commands.sign(command);
  res.redirect(303, `/sign/${token}/attempts/${attempt}`);
}
