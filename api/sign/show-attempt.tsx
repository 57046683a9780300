import type { Request, Response } from 'express';
import type { ErrorCode } from '../../domain/errors';
import { CARD_ATTEMPTS_MAX } from '../../domain/lease-policy';
import { assertNever, ERROR_CATALOGUE, LeaseError } from '../../domain/errors';
import { sendPage } from '../pages/send-page';
import { ATTEMPT_KEY } from './attempt-keys';
import type { FrameMessage } from './embedding';
import { cardAttemptsLeft, linkState } from './link-state';
import { formAlert, noticeKind } from './notice-kinds';
import { ConfirmationPage } from './pages/confirmation-page';
import { NoticePage } from './pages/notice-page';
import { sendDeadLink, showAgreement } from './show-agreement';
import type { SignDeps } from './sign-deps';
import type { Attempt } from './signing-links';
import { copyAbout } from './send-copy';
import type { SignVisit } from './visit';

/** By the wall's clock, from the signature on: whoever signed has it on the screen. */
const COPY_LIFETIME_MS = 24 * 3_600_000;

/** What became of one signature; may be loaded as often as one likes. */
export async function showAttempt(deps: SignDeps, visit: SignVisit, req: Request, res: Response): Promise<void> {
  const { link, ancestors } = visit;
  const key = String(req.params['attempt']);
  const attempt = ATTEMPT_KEY.test(key) ? await deps.links.attempt(link, key) : undefined;
  if (!attempt) throw new LeaseError('NOT_FOUND', 'no such attempt');
  const { answer } = attempt;
  switch (answer.outcome) {
    case 'accepted':
      return showConfirmation(deps, visit, res, attempt);
    case 'pending': {
      const page = <NoticePage language={link.language} kind="pending" />;
      return sendPage(res, page, { status: 202, frameAncestors: ancestors });
    }
    case 'refused':
      return await showRefusal(deps, visit, res, answer.code);
    default:
      return assertNever(answer);
  }
}

function showConfirmation(deps: SignDeps, visit: SignVisit, res: Response, { receivedAt }: Attempt): void {
  const { token, link, ancestors } = visit;
  const state = linkState(link);
  if (state !== 'signed') return sendDeadLink(res, visit, state === 'open' ? 'signed' : state);
  const untilMs = Date.parse(receivedAt) + COPY_LIFETIME_MS;
  const copyTicket = deps.tickets.issue('copy', copyAbout(link), untilMs);
  const page = (
    <ConfirmationPage
      language={link.language}
      initialPaymentCents={link.pricing.initialPaymentCents}
      totalToOwnCents={link.pricing.totalToOwnCents}
      copyPath={deps.nowMs() < untilMs ? `/sign/${token}/copies/${copyTicket}` : undefined}
      frameAncestors={ancestors}
    />
  );
  sendPage(res, page, { frameAncestors: ancestors });
}

/** The form again where another card, or another look, may help; otherwise why it cannot be signed. */
async function showRefusal(deps: SignDeps, visit: SignVisit, res: Response, code: ErrorCode): Promise<void> {
  const { link, ancestors } = visit;
  const state = linkState(link);
  const alert = formAlert(code);
  if (state !== 'open') return sendDeadLink(res, visit, state);
  if (alert) return await showAgreement(deps, visit, res, { alert, says: saidOfCard(visit, code) });
  const page = <NoticePage language={link.language} kind={noticeKind(code)} />;
  sendPage(res, page, { status: ERROR_CATALOGUE[code].status, frameAncestors: ancestors });
}

/** The page around ours is told of the first card that was refused, and of no other (domain.md 2.4). */
function saidOfCard({ link }: SignVisit, code: ErrorCode): readonly FrameMessage[] {
  const isFirst = code !== 'AGREEMENT_CHANGED' && cardAttemptsLeft(link) === CARD_ATTEMPTS_MAX - 1;
  return isFirst ? ['Credit Card Collection'] : [];
}
