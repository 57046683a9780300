import type { Language } from '../../pages/language';
import { Page } from '../../pages/page';
import { type NoticeKind, SIGN_WORDS } from '../words';

interface NoticePageProps {
  language: Language;
  kind: NoticeKind;
  /** for our support: failures only */
  requestId?: string;
}

/** Where the same address may soon say something else. */
const AGAIN: readonly NoticeKind[] = ['pending', 'tooMany', 'unavailable', 'notUnderstood', 'failed'];

/** Why there is nothing to sign. Says nothing of the customer or the order: links are passed on and left behind. */
export function NoticePage({ language, kind, requestId }: NoticePageProps) {
  const words = SIGN_WORDS[language];
  const { title, text } = words.notices[kind];
  return (
    <Page language={language} title={title} site="Ownward">
      <p>{text}</p>
      {requestId === undefined ? null : (
        <p class="quiet">
          {words.reference}: <code>{requestId}</code>
        </p>
      )}
      {AGAIN.includes(kind) ? (
        <p>
          <a class="button main" href="">
            {kind === 'pending' ? words.checkAgain : words.readAgain}
          </a>
        </p>
      ) : null}
    </Page>
  );
}
