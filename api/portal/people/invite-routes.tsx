import type { Response } from 'express';
import type { FieldProblem } from '../../pages/form';
import { sendPage } from '../../pages/send-page';
import { isSecure } from '../is-secure';
import type { PortalDeps } from '../portal-deps';
import { PortalPage } from '../portal-page';
import type { PortalRoute, Visit } from '../visit';
import type { TypedInvitation } from './invite-form';
import { managerOf } from './manager';
import { PeoplePage } from './people-page';
import { PEOPLE_WORDS } from './people-words';
import { newPerson, typedInvitation } from './typed-invitation';

export const inviteRoutes = (deps: PortalDeps): PortalRoute[] => [
  {
    method: 'post',
    path: '/people',
    async handle(visit, req, res) {
      const typed = typedInvitation(req);
      const read = newPerson(typed, visit.language);
      if ('problems' in read) return await showAgain(deps, visit, typed, read.problems, res);
      const invited = await deps.accounts.invite(managerOf(visit), read.person);
      if ('problem' in invited) {
        const text = PEOPLE_WORDS[visit.language].problems[invited.problem];
        return await showAgain(deps, visit, typed, [{ field: 'username', text }], res);
      }
      const host = `${isSecure(deps, req) ? 'https' : 'http'}://${req.host}`;
      const link = `${host}/portal/invitations/${invited.token}`;
      sendPage(res, <LinkPage visit={visit} username={read.person.username} link={link} />, { status: 201 });
    },
  },
  {
    method: 'post',
    path: '/people/invitations/:invitationId/withdrawal',
    async handle(visit, req, res) {
      await deps.accounts.withdraw(managerOf(visit), String(req.params['invitationId']));
      res.redirect(303, '/portal/people?done=withdrawn');
    },
  },
];

async function showAgain(
  { accounts }: PortalDeps,
  visit: Visit,
  typed: TypedInvitation,
  problems: readonly FieldProblem[],
  res: Response,
): Promise<void> {
  const { merchantId } = managerOf(visit);
  const [people, invitations] = [await accounts.people(merchantId), await accounts.invitations(merchantId)];
  sendPage(res, <PeoplePage {...{ visit, people, invitations, typed, problems }} />, { status: 422 });
}

/** Answered to the form itself, not by a redirect: the link is in no address, and is not kept. */
function LinkPage({ visit, username, link }: { visit: Visit; username: string; link: string }) {
  const words = PEOPLE_WORDS[visit.language];
  return (
    <PortalPage visit={visit} title={words.linkTitle} place="people">
      <p>
        <bdi>{words.linkNote(username)}</bdi>
      </p>
      <div class="field">
        <label for="link">{words.linkLabel}</label>
        <input id="link" type="text" value={link} readOnly />
      </div>
      <p class="actions">
        <button type="button" data-copy="link" hidden>
          {words.copy}
        </button>
        <a class="button" href="/portal/people">
          {words.back}
        </a>
      </p>
    </PortalPage>
  );
}
