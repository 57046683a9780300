import type { ComponentChildren } from 'preact';
import type { PortalRole } from '../../db/schema-portal';
import { Page } from '../pages/page';
import { FRAME_WORDS, type Place } from './frame-words';
import { LanguageSwitch } from './language-switch';
import type { Guest, Visit } from './visit';

const PLACES: readonly { place: Place; path: string; roles?: readonly PortalRole[] }[] = [
  { place: 'today', path: '/portal' },
  { place: 'application', path: '/portal/applications' },
  { place: 'funding', path: '/portal/funding', roles: ['manager'] },
  { place: 'people', path: '/portal/people', roles: ['manager'] },
  { place: 'webhooks', path: '/portal/webhooks', roles: ['manager'] },
  { place: 'account', path: '/portal/account' },
];

interface PortalPageProps {
  visit: Visit;
  title: string;
  /** the one of the navigation that this page belongs to */
  place?: Place;
  scripts?: readonly string[];
  children: ComponentChildren;
}

/** A page for somebody signed in: whose it is, where else to go, the other language, the way out. */
export function PortalPage({ visit, title, place, scripts, children }: PortalPageProps) {
  const words = FRAME_WORDS[visit.language];
  const header = (
    <>
      <div class="bar">
        <a class="brand" href="/portal">
          {visit.merchantName}
        </a>
        <LanguageSwitch language={visit.language} csrfToken={visit.csrfToken} here={visit.here} />
        <form method="post" action="/portal/sign-out">
          <input type="hidden" name="csrf" value={visit.csrfToken} />
          <button type="submit" class="link">
            {words.signOut}
          </button>
        </form>
        <span class="who">{whoIs(visit)}</span>
      </div>
      <nav class="places" aria-label={words.placesLabel}>
        <ul>
          {PLACES.filter(({ roles }) => roles?.includes(visit.role) ?? true).map(({ place: name, path }) => (
            <li key={name}>
              <a href={path} aria-current={name === place ? 'page' : undefined}>
                {words.places[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
  return (
    <Page
      language={visit.language}
      title={title}
      site={words.site}
      header={header}
      {...(scripts === undefined ? {} : { scripts })}
    >
      {children}
    </Page>
  );
}

function whoIs({ username, role, stores, language }: Visit): string {
  const [only] = stores;
  const store = stores.length === 1 && only ? ` · ${only.name}` : '';
  return `${username} · ${FRAME_WORDS[language].roles[role]}${store}`;
}

interface GuestPageProps {
  guest: Guest;
  title: string;
  children: ComponentChildren;
}

/** A page for somebody without a session: nothing leads into the portal. */
export function GuestPage({ guest, title, children }: GuestPageProps) {
  const header = (
    <div class="bar">
      <span class="brand">Ownward</span>
      <LanguageSwitch isGuest language={guest.language} csrfToken={guest.csrfToken} here={guest.here} />
    </div>
  );
  return (
    <Page language={guest.language} title={title} site="Ownward" header={header}>
      {children}
    </Page>
  );
}
