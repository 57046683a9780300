import { Field } from '../../pages/field';
import { type FieldProblem, Form } from '../../pages/form';
import { sendPage } from '../../pages/send-page';
import { fieldsOf } from '../form-body';
import { FRAME_WORDS } from '../frame-words';
import type { PortalDeps } from '../portal-deps';
import { PortalPage } from '../portal-page';
import { endVisit } from '../sessions';
import type { PortalRoute, Visit } from '../visit';
import { ACCOUNT_WORDS } from './account-words';
import { NewPasswordFields } from './new-password-fields';
import { LENGTH_MAX, passwordProblems } from './password-rules';

/** A person's own account: who it is here, and its password. */
export const accountRoutes = (deps: PortalDeps): PortalRoute[] => [
  { method: 'get', path: '/account', handle: async (visit, _req, res) => sendPage(res, <AccountPage visit={visit} />) },
  {
    method: 'post',
    path: '/account/password',
    async handle(visit, req, res) {
      const fields = fieldsOf(req);
      const [next, repeated] = [fields.raw('next'), fields.raw('repeated')];
      const problems = passwordProblems({ username: visit.username, next, repeated }, visit.language);
      if (problems.length === 0) {
        const current = fields.raw('current').slice(0, LENGTH_MAX);
        if (await deps.accounts.changePassword(visit.caller.keyId, { current, next })) {
          await endVisit(deps, req, res);
          return res.redirect(303, '/portal/sign-in?reason=passwordChanged');
        }
        problems.push({ field: 'current', text: ACCOUNT_WORDS[visit.language].currentWrong });
      }
      sendPage(res, <AccountPage visit={visit} problems={problems} />, { status: 422 });
    },
  },
];

function AccountPage({ visit, problems = [] }: { visit: Visit; problems?: readonly FieldProblem[] }) {
  const { language, csrfToken, username, role, stores } = visit;
  const words = ACCOUNT_WORDS[language];
  return (
    <PortalPage visit={visit} title={words.title} place="account">
      <dl class="facts panel">
        <dt>{words.facts.username}</dt>
        <dd>
          <bdi>{username}</bdi>
        </dd>
        <dt>{words.facts.role}</dt>
        <dd>{FRAME_WORDS[language].roles[role]}</dd>
        <dt>{words.facts.stores}</dt>
        <dd>{stores.map(({ name }) => name).join(', ')}</dd>
      </dl>
      <h2>{words.passwordTitle}</h2>
      <p>{words.passwordNote}</p>
      <Form action="/portal/account/password" {...{ csrfToken, language, problems }}>
        <input type="text" name="username" value={username} autocomplete="username" hidden readOnly />
        <Field
          name="current"
          label={words.current}
          type="password"
          autocomplete="current-password"
          problems={problems}
          isRequired
        />
        <NewPasswordFields language={language} problems={problems} />
        <button type="submit" class="main">
          {words.change}
        </button>
      </Form>
    </PortalPage>
  );
}
