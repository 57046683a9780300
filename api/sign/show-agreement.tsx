import type { Response } from 'express';
import { sendPage } from '../pages/send-page';
import { AgreementShape } from './agreement-shape';
import type { FrameMessage } from './embedding';
import { cardAttemptsLeft, type LinkState, linkState } from './link-state';
import { deadLinkStatus } from './notice-kinds';
import { NoticePage } from './pages/notice-page';
import { type FormState, SigningPage } from './pages/signing-page';
import type { SignDeps } from './sign-deps';
import type { SignVisit } from './visit';
import type { FormAlert } from './words';

/** Long enough to read it with the family; a page left open overnight is read again. */
const FORM_LIFETIME_MS = 12 * 3_600_000;

const FRESH: FormState = { problems: [], signedName: '', given: [] };

interface Showing {
  status?: number;
  alert?: FormAlert;
  form?: FormState;
  says?: readonly FrameMessage[];
}

/** The agreement with the form that signs it, or why there is none. Opening the link again always begins afresh. */
export async function showAgreement(
  deps: SignDeps,
  { token, link, ancestors }: SignVisit,
  res: Response,
  { status = 200, alert, form = FRESH, says = [] }: Showing = {},
): Promise<void> {
  const state = linkState(link);
  if (state !== 'open') return sendDeadLink(res, { link, ancestors }, state);
  const agreement = AgreementShape.parse(await deps.reads.agreement(token));
  const page = (
    <SigningPage
      agreement={agreement}
      timeZone={link.timeZone}
      action={`/sign/${token}`}
      ticket={deps.tickets.issue('form', token, deps.nowMs() + FORM_LIFETIME_MS)}
      card={deps.card}
      attemptsLeft={cardAttemptsLeft(link)}
      alert={alert}
      form={form}
      frameAncestors={ancestors}
      says={says}
    />
  );
  const partnerOrigins = deps.card.kind === 'hosted' ? [new URL(deps.card.scriptUrl).origin] : [];
  sendPage(res, page, { status, frameAncestors: ancestors, partnerOrigins });
}

export function sendDeadLink(
  res: Response,
  { link, ancestors }: Pick<SignVisit, 'link' | 'ancestors'>,
  state: Exclude<LinkState, 'open'>,
): void {
  const status = deadLinkStatus(state);
  sendPage(res, <NoticePage language={link.language} kind={state} />, { status, frameAncestors: ancestors });
}
