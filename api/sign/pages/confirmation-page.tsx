import { money } from '../../pages/formatting';
import type { Language } from '../../pages/language';
import { Notice } from '../../pages/notice';
import { Page } from '../../pages/page';
import { SIGN_WORDS } from '../words';
import { Embedding } from './embedding';

interface ConfirmationProps {
  language: Language;
  initialPaymentCents: number;
  totalToOwnCents: number;
  /** undefined: too late for it */
  copyPath: string | undefined;
  frameAncestors: readonly string[];
}

/** For the browser that has just signed, by its attempt. Whoever else has the link is told only that it is signed. */
export function ConfirmationPage({ language, copyPath, frameAncestors, ...amounts }: ConfirmationProps) {
  const words = SIGN_WORDS[language].confirmation;
  return (
    <Page language={language} title={words.title} site="Ownward" scripts={['page.js', 'sign.js']}>
      <Notice kind="good">
        <p>{words.text}</p>
        <p>{words.charged(money(amounts.initialPaymentCents), money(amounts.totalToOwnCents))}</p>
      </Notice>
      {copyPath === undefined ? (
        <p>{words.copyEnded}</p>
      ) : (
        <>
          <p>
            <a class="button main" href={copyPath}>
              {words.copy}
            </a>
          </p>
          <p class="quiet">{words.copyHint}</p>
        </>
      )}
      <h2>{words.next}</h2>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Embedding frameAncestors={frameAncestors} says={['Post Process: Complete']} />
    </Page>
  );
}
