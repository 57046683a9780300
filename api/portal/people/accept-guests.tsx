import type { Response } from 'express';
import { type FieldProblem, Form } from '../../pages/form';
import { sendPage } from '../../pages/send-page';
import { NewPasswordFields } from '../account/new-password-fields';
import { passwordProblems } from '../account/password-rules';
import { fieldsOf } from '../form-body';
import type { PortalDeps } from '../portal-deps';
import { GuestPage } from '../portal-page';
import type { Guest, GuestRoute } from '../visit';
import { PEOPLE_WORDS } from './people-words';

/** Whoever has the link sets the password of the account it is for. */
export const acceptGuests = ({ accounts }: PortalDeps): GuestRoute[] => [
  {
    method: 'get',
    path: '/invitations/:token',
    async handle(guest, req, res) {
      const invitation = await accounts.invitation(String(req.params['token']));
      if (!invitation) return sendDead(guest, res);
      sendPage(res, <AcceptPage guest={guest} {...invitation} />);
    },
  },
  {
    method: 'post',
    path: '/invitations/:token',
    async handle(guest, req, res) {
      const token = String(req.params['token']);
      const invitation = await accounts.invitation(token);
      if (!invitation) return sendDead(guest, res);
      const fields = fieldsOf(req);
      const typed = { next: fields.raw('next'), repeated: fields.raw('repeated') };
      const problems = passwordProblems({ ...typed, username: invitation.username }, guest.language);
      if (problems.length > 0) {
        return sendPage(res, <AcceptPage guest={guest} {...invitation} problems={problems} />, { status: 422 });
      }
      if (!(await accounts.accept(token, typed.next, guest.language))) return sendDead(guest, res);
      res.redirect(303, '/portal/sign-in?reason=invited');
    },
  },
];

interface AcceptPageProps {
  guest: Guest;
  username: string;
  merchantName: string;
  problems?: readonly FieldProblem[];
}

function AcceptPage({ guest, username, merchantName, problems = [] }: AcceptPageProps) {
  const { language, csrfToken } = guest;
  const words = PEOPLE_WORDS[language];
  // The form posts to its own address: the token stands there already, and nowhere else.
  return (
    <GuestPage guest={guest} title={words.acceptTitle(merchantName)}>
      <p>
        <bdi>{words.acceptNote(username)}</bdi>
      </p>
      <Form action="" {...{ csrfToken, language, problems }}>
        <input type="text" name="username" value={username} autocomplete="username" hidden readOnly />
        <NewPasswordFields language={language} problems={problems} />
        <button type="submit" class="main">
          {words.accept}
        </button>
      </Form>
    </GuestPage>
  );
}

/** The same for a link that was used, withdrawn, too old or never there. */
function sendDead(guest: Guest, res: Response): void {
  const words = PEOPLE_WORDS[guest.language];
  const page = (
    <GuestPage guest={guest} title={words.linkDeadTitle}>
      <p>{words.linkDead}</p>
    </GuestPage>
  );
  sendPage(res, page, { status: 410 });
}
