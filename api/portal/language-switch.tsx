import { LeaseError } from '../../domain/errors';
import { isLanguage, type Language } from '../pages/language';
import { rememberLanguage } from './cookies';
import { fieldsOf, type FormFields } from './form-body';
import { FRAME_WORDS } from './frame-words';
import { isSecure } from './is-secure';
import { ownPath } from './own-path';
import type { PortalDeps } from './portal-deps';
import type { GuestRoute, PortalRoute } from './visit';

interface LanguageSwitchProps {
  /** of somebody signed in it is kept with the person, of a guest with the browser */
  isGuest?: boolean;
  language: Language;
  csrfToken: string;
  here: string | undefined;
}

/** A form, not a link: what changes something is posted. */
export function LanguageSwitch({ isGuest = false, language, csrfToken, here = '/portal' }: LanguageSwitchProps) {
  const other = language === 'en' ? 'es' : 'en';
  return (
    <form method="post" action={isGuest ? '/portal/guest-language' : '/portal/language'}>
      <input type="hidden" name="csrf" value={csrfToken} />
      <input type="hidden" name="language" value={other} />
      <input type="hidden" name="back" value={here} />
      <button type="submit" class="link" lang={other}>
        {FRAME_WORDS[language].otherLanguage}
      </button>
    </form>
  );
}

export const languageOfPerson = ({ accounts }: PortalDeps): PortalRoute => ({
  method: 'post',
  path: '/language',
  async handle({ caller }, req, res) {
    const fields = fieldsOf(req);
    await accounts.setLanguage(caller.keyId, chosenLanguage(fields));
    res.redirect(303, ownPath(fields.text('back')));
  },
});

/** Who chooses before signing in means it for the time after, too: the page one comes back to is told. */
export const languageOfGuest = (deps: { isSandbox: boolean }): GuestRoute => ({
  method: 'post',
  path: '/guest-language',
  async handle(_guest, req, res) {
    const fields = fieldsOf(req);
    const language = chosenLanguage(fields);
    rememberLanguage(res, language, isSecure(deps, req));
    const back = new URL(ownPath(fields.text('back')), 'http://here');
    back.searchParams.set('language', language);
    res.redirect(303, `${back.pathname}${back.search}`);
  },
});

function chosenLanguage(fields: FormFields): Language {
  const language = fields.text('language');
  if (!isLanguage(language)) throw new LeaseError('VALIDATION_FAILED', 'the language is en or es');
  return language;
}
