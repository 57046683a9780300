import type { StoreId } from '../../../domain/ids';
import type { FieldProblem } from '../../pages/form';
import { day, localDate } from '../../pages/formatting';
import { Notice } from '../../pages/notice';
import { Table } from '../../pages/table';
import type { Invitation, Person } from '../accounts';
import { FRAME_WORDS } from '../frame-words';
import { PortalPage } from '../portal-page';
import type { Visit } from '../visit';
import { InviteForm, NOTHING_TYPED, type TypedInvitation } from './invite-form';
import { PEOPLE_WORDS, type PeopleDone } from './people-words';

/** Days of a list of people; nobody's hours are counted here. */
const ZONE = 'America/New_York';

interface PeoplePageProps {
  visit: Visit;
  people: readonly Person[];
  invitations: readonly Invitation[];
  typed?: TypedInvitation;
  problems?: readonly FieldProblem[];
  done?: PeopleDone | undefined;
}

export function PeoplePage({
  visit,
  people,
  invitations,
  typed = NOTHING_TYPED,
  problems = [],
  done,
}: PeoplePageProps) {
  const { language } = visit;
  const words = PEOPLE_WORDS[language];
  const { roles } = FRAME_WORDS[language];
  return (
    <PortalPage visit={visit} title={words.title} place="people">
      {done === undefined ? null : <Notice kind="good">{words.done[done]}</Notice>}
      <Table
        caption={words.title}
        isCaptionHidden
        rows={people}
        keyOf={({ userId }) => userId}
        columns={[
          { title: words.columns.username, cell: (person) => <Username visit={visit} person={person} /> },
          { title: words.columns.role, cell: ({ role }) => roles[role] },
          { title: words.columns.stores, cell: ({ storeIds }) => storeNames(visit, storeIds) },
          { title: words.columns.state, cell: ({ isActive }) => (isActive ? words.active : words.inactive) },
          {
            title: words.columns.seen,
            cell: ({ lastSeenAt }) => (lastSeenAt === null ? words.never : day(localDate(lastSeenAt, ZONE), language)),
          },
          {
            title: words.columns.actions,
            cell: ({ userId, username }) => (
              <a href={`/portal/people/${userId}`}>
                {words.change} <span class="hidden">{words.changeOf(username)}</span>
              </a>
            ),
          },
        ]}
      />
      <Invitations visit={visit} invitations={invitations} />
      <h2>{words.inviteTitle}</h2>
      <p>{words.inviteNote}</p>
      <InviteForm visit={visit} typed={typed} problems={problems} />
    </PortalPage>
  );
}

function Username({ visit, person: { userId, username } }: { visit: Visit; person: Person }) {
  return (
    <>
      <bdi>{username}</bdi>
      {userId === visit.caller.keyId ? ` (${PEOPLE_WORDS[visit.language].you})` : ''}
    </>
  );
}

function Invitations({ visit, invitations }: { visit: Visit; invitations: readonly Invitation[] }) {
  if (invitations.length === 0) return null;
  const { language, csrfToken } = visit;
  const words = PEOPLE_WORDS[language];
  return (
    <>
      <h2>{words.invitationsTitle}</h2>
      <ul>
        {invitations.map(({ invitationId, username, role, storeIds, expiresAt }) => (
          <li key={invitationId}>
            <bdi>{username}</bdi>, {FRAME_WORDS[language].roles[role]}, {storeNames(visit, storeIds)},{' '}
            {words.invitationUntil(day(localDate(expiresAt, ZONE), language))}
            <form method="post" action={`/portal/people/invitations/${invitationId}/withdrawal`}>
              <input type="hidden" name="csrf" value={csrfToken} />
              <button type="submit" class="link">
                {words.withdraw} <span class="hidden">{username}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

export function storeNames({ stores, language }: Visit, storeIds: readonly StoreId[] | null): string {
  if (storeIds === null) return PEOPLE_WORDS[language].allStores;
  return stores
    .filter(({ storeId }) => storeIds.includes(storeId))
    .map(({ name }) => name)
    .join(', ');
}
