import type { Request, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { isLanguage, type Language } from '../../pages/language';
import { sendPage } from '../../pages/send-page';
import { clearToken, setToken, tokenOf } from '../cookies';
import { fieldsOf } from '../form-body';
import { isSecure } from '../is-secure';
import { ownPath } from '../own-path';
import type { PortalDeps } from '../portal-deps';
import { queryText } from '../query-text';
import { visitOf } from '../sessions';
import type { Guest, GuestRoute } from '../visit';
import { SIGN_IN_REASONS, SignInPage } from './sign-in-page';
import { SIGN_IN_WORDS } from './sign-in-words';

/** Longer than any of ours: nothing of that size is hashed. */
const TYPED_MAX = 254;

export const signInGuests = (deps: PortalDeps): GuestRoute[] => [
  {
    method: 'get',
    path: '/sign-in',
    async handle(guest, req, res) {
      const next = ownPath(queryText(req, 'next'));
      if (await visitOf(deps, req)) return res.redirect(303, next);
      const reason = SIGN_IN_REASONS.find((one) => one === queryText(req, 'reason'));
      const chosen = [queryText(req, 'language')].find(isLanguage);
      sendPage(res, <SignInPage {...{ guest, next, reason, chosen }} />);
    },
  },
  { method: 'post', path: '/sign-in', handle: (guest, req, res) => signIn(deps, guest, req, res) },
];

async function signIn(deps: PortalDeps, guest: Guest, req: Request, res: Response): Promise<void> {
  const fields = fieldsOf(req);
  const next = ownPath(fields.text('next'));
  const chosen = [fields.text('language')].find(isLanguage);
  const username = fields.text('username').slice(0, TYPED_MAX);
  const password = fields.raw('password').slice(0, TYPED_MAX);
  const answer = await deps.accounts.signIn({ username, password, address: ipKeyGenerator(req.ip ?? 'unknown') });
  const words = SIGN_IN_WORDS[guest.language];
  switch (answer.outcome) {
    case 'signed_in':
      return letIn(deps, req, res, { ...answer, next, chosen });
    case 'refused': {
      const problems = [{ field: 'username', text: words.refused }];
      return sendPage(res, <SignInPage {...{ guest, next, chosen, username, problems }} />, { status: 401 });
    }
    case 'too_many': {
      res.setHeader('Retry-After', String(answer.retryAfterSeconds));
      const problems = [{ text: words.tooMany(Math.ceil(answer.retryAfterSeconds / 60)) }];
      return sendPage(res, <SignInPage {...{ guest, next, chosen, username, problems }} />, { status: 429 });
    }
  }
}

/** A session of its own at every sign-in: one that somebody else set before is worth nothing after. */
async function letIn(
  deps: PortalDeps,
  req: Request,
  res: Response,
  { token, userId, next, chosen }: { token: string; userId: string; next: string; chosen: Language | undefined },
): Promise<void> {
  const secure = isSecure(deps, req);
  const before = tokenOf(req, 'ownward_session', secure);
  if (before !== undefined) await deps.accounts.signOut(before);
  if (chosen !== undefined) await deps.accounts.setLanguage(userId, chosen);
  clearToken(res, 'ownward_guest', secure);
  setToken(res, 'ownward_session', token, secure);
  res.redirect(303, next);
}
