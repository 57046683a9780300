import type { ComponentChildren } from 'preact';
import { type Language, LANGUAGES } from '../../../pages/language';
import { Page } from '../../../pages/page';
import { APPLY_WORDS } from './words';

interface FrameProps {
  language: Language;
  title: string;
  /** whose device it is, where the link is known */
  store?: string | undefined;
  children: ComponentChildren;
}

/** A page in a customer's hands: nothing on it leads into the portal. */
export function CustomerPage({ language, title, store, children }: FrameProps) {
  const header = (
    <div class="bar">
      <span class="brand">{store ?? 'Ownward'}</span>
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <a key={other} class="link" lang={other} href={`?language=${other}`}>
          {APPLY_WORDS[other].name}
        </a>
      ))}
    </div>
  );
  return (
    <Page language={language} title={title} header={header}>
      {children}
    </Page>
  );
}
