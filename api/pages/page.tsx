import type { ComponentChildren } from 'preact';
import type { Language } from './language';

const SKIP: Readonly<Record<Language, string>> = { en: 'Skip to content', es: 'Saltar al contenido' };

export interface PageProps {
  language: Language;
  title: string;
  /** what the browser's tab names beside the title */
  site?: string;
  /** what stands above the content on every page of its kind: name, navigation, language */
  header?: ComponentChildren;
  children: ComponentChildren;
  /** scripts under `/assets`, which make the page nicer and are never needed */
  scripts?: readonly string[];
}

/** The frame of every page: one heading, one main region, a way past the navigation for keyboards and readers. */
export function Page({ language, title, site, header, children, scripts = ['page.js'] }: PageProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{site === undefined ? title : `${title} · ${site}`}</title>
        <link rel="icon" href="/assets/ownward.svg" />
        <link rel="stylesheet" href="/assets/ownward.css" />
        {scripts.map((name) => (
          <script key={name} src={`/assets/${name}`} defer />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {SKIP[language]}
        </a>
        <header>{header}</header>
        <main id="content" tabIndex={-1}>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}
