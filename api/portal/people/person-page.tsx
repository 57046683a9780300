import { Choices } from '../../pages/field';
import { type FieldProblem, Form, ProblemSummary } from '../../pages/form';
import type { StoreId } from '../../../domain/ids';
import type { Person } from '../accounts';
import { FRAME_WORDS } from '../frame-words';
import { PortalPage } from '../portal-page';
import type { Visit } from '../visit';
import { storeNames } from './people-page';
import { PEOPLE_WORDS } from './people-words';

interface PersonPageProps {
  visit: Visit;
  person: Person;
  problems?: readonly FieldProblem[];
}

/** What a manager may change about one person; each change is a form of its own. */
export function PersonPage({ visit, person, problems = [] }: PersonPageProps) {
  const { language } = visit;
  const words = PEOPLE_WORDS[language];
  return (
    <PortalPage visit={visit} title={words.personTitle(person.username)} place="people">
      <dl class="facts panel">
        <dt>{words.columns.role}</dt>
        <dd>{FRAME_WORDS[language].roles[person.role]}</dd>
        <dt>{words.columns.stores}</dt>
        <dd>{storeNames(visit, person.storeIds)}</dd>
        <dt>{words.columns.state}</dt>
        <dd>{person.isActive ? words.active : words.inactive}</dd>
      </dl>
      <ProblemSummary language={language} problems={problems} />
      {person.storeIds === null ? null : <StoresForm visit={visit} person={person} storeIds={person.storeIds} />}
      <Change visit={visit} path={`${person.userId}/sessions`} label={words.endSessions} note={words.endSessionsNote} />
      {person.isActive ? (
        <Change
          visit={visit}
          path={`${person.userId}/deactivation`}
          label={words.deactivate}
          note={words.deactivateNote}
          isGrave
        />
      ) : (
        <Change visit={visit} path={`${person.userId}/activation`} label={words.activate} note={words.activateNote} />
      )}
      <p>
        <a href="/portal/people">{words.back}</a>
      </p>
    </PortalPage>
  );
}

function StoresForm({ visit, person, storeIds }: { visit: Visit; person: Person; storeIds: readonly StoreId[] }) {
  const { language, csrfToken, stores } = visit;
  const words = PEOPLE_WORDS[language];
  return (
    <Form action={`/portal/people/${person.userId}/stores`} csrfToken={csrfToken} language={language} class="panel">
      <Choices
        name="stores"
        legend={words.columns.stores}
        kind="checkbox"
        chosen={storeIds}
        options={stores.map(({ storeId, name }) => ({ value: storeId, text: name }))}
      />
      <button type="submit">{words.saveStores}</button>
    </Form>
  );
}

interface ChangeProps {
  visit: Visit;
  path: string;
  label: string;
  note: string;
  isGrave?: boolean;
}

function Change({ visit: { language, csrfToken }, path, label, note, isGrave = false }: ChangeProps) {
  return (
    <Form action={`/portal/people/${path}`} csrfToken={csrfToken} language={language} class="panel">
      <p>{note}</p>
      <button type="submit" class={isGrave ? 'grave' : undefined}>
        {label}
      </button>
    </Form>
  );
}
