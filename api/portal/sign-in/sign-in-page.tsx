import { Field } from '../../pages/field';
import { type FieldProblem, Form } from '../../pages/form';
import type { Language } from '../../pages/language';
import { Notice } from '../../pages/notice';
import { GuestPage } from '../portal-page';
import type { Guest } from '../visit';
import { SIGN_IN_WORDS } from './sign-in-words';

/** Why somebody stands before the door. */
export const SIGN_IN_REASONS = ['signedOut', 'passwordChanged', 'invited', 'expired'] as const;
export type SignInReason = (typeof SIGN_IN_REASONS)[number];

interface SignInPageProps {
  guest: Guest;
  /** where to go once inside */
  next: string;
  /** the language chosen on this very page */
  chosen: Language | undefined;
  username?: string;
  problems?: readonly FieldProblem[];
  reason?: SignInReason | undefined;
}

export function SignInPage({ guest, next, chosen, username = '', problems = [], reason }: SignInPageProps) {
  const words = SIGN_IN_WORDS[guest.language];
  return (
    <GuestPage guest={guest} title={words.title}>
      {reason === undefined || problems.length > 0 ? null : <Notice kind="plain">{words[reason]}</Notice>}
      <Form action="/portal/sign-in" csrfToken={guest.csrfToken} language={guest.language} problems={problems}>
        <input type="hidden" name="next" value={next} />
        {chosen === undefined ? null : <input type="hidden" name="language" value={chosen} />}
        <Field
          name="username"
          label={words.username}
          value={username}
          autocomplete="username"
          maxLength={254}
          isRequired
        />
        <Field name="password" label={words.password} type="password" autocomplete="current-password" isRequired />
        <button type="submit" class="main">
          {words.button}
        </button>
      </Form>
      <p class="quiet">{words.forgotten}</p>
    </GuestPage>
  );
}
