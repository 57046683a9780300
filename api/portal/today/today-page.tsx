import { Notice } from '../../pages/notice';
import type { Language } from '../../pages/language';
import { PortalPage } from '../portal-page';
import type { Visit } from '../visit';
import { type Today, WORK_GROUPS, type WorkGroup } from '../work-lists';
import { SearchForm } from './search-form';
import { type ListChoice, morePath } from './list-choice';
import { WorkTable } from './work-table';
import { WORK_WORDS } from './work-words';

interface TodayPageProps {
  visit: Visit;
  today: Today;
  choice: ListChoice;
}

/** What a store has to do, first what cannot wait. */
export function TodayPage({ visit, today, choice }: TodayPageProps) {
  const words = WORK_WORDS[visit.language];
  return (
    <PortalPage visit={visit} title={words.todayTitle} place="today">
      <SearchForm language={visit.language} csrfToken={visit.csrfToken} />
      {visit.stores.length > 1 ? <StoreFilter visit={visit} choice={choice} /> : null}
      <nav aria-label={words.lists}>
        <ul class="jump">
          {WORK_GROUPS.map((group) => (
            <li key={group}>
              <a href={`#${group}`}>
                {words.groups[group]} ({today[group].count})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {WORK_GROUPS.map((group) => (
        <WorkSection key={group} visit={visit} group={group} page={today[group]} choice={choice} />
      ))}
    </PortalPage>
  );
}

function StoreFilter({ visit: { language, stores }, choice }: { visit: Visit; choice: ListChoice }) {
  const words = WORK_WORDS[language];
  return (
    <form method="get" action="/portal" class="inline" data-auto>
      <div class="field">
        <label for="field-store">{words.store}</label>
        <select id="field-store" name="store">
          <option value="">{words.allStores}</option>
          {stores.map(({ storeId, name }) => (
            <option key={storeId} value={storeId} selected={storeId === choice.storeId}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{words.show}</button>
    </form>
  );
}

interface WorkSectionProps {
  visit: Visit;
  group: WorkGroup;
  page: Today[WorkGroup];
  choice: ListChoice;
}

function WorkSection({ visit, group, page: { rows, count }, choice }: WorkSectionProps) {
  const words = WORK_WORDS[visit.language];
  const title = words.groups[group];
  return (
    <section id={group} aria-labelledby={`title-${group}`}>
      <h2 id={`title-${group}`}>
        {title} <span class="tag">{count}</span>
      </h2>
      <p class="quiet">{words.explained[group]}</p>
      {rows.length === 0 ? <p>{words.nothingToDo}</p> : <WorkTable visit={visit} caption={title} rows={rows} />}
      {rows.length < count ? (
        <p>
          <a class="button" href={morePath(choice, group)}>
            {words.showMore} <span class="hidden">{words.showMoreOf(title)}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}

interface FoundPageProps {
  visit: Visit;
  text: string;
  rows: Today[WorkGroup]['rows'];
  max: number;
}

/** What was found, or what to try instead. */
export function FoundPage({ visit, text, rows, max }: FoundPageProps) {
  const words = WORK_WORDS[visit.language];
  return (
    <PortalPage visit={visit} title={words.search.title} place="today">
      <SearchForm language={visit.language} csrfToken={visit.csrfToken} text={text} />
      {text === '' ? null : <Found {...{ visit, text, rows, max }} language={visit.language} />}
    </PortalPage>
  );
}

function Found({ visit, text, rows, max, language }: FoundPageProps & { language: Language }) {
  const words = WORK_WORDS[language];
  if (rows.length === 0) {
    return (
      <Notice kind="plain">
        <p>{words.foundNothing(text)}</p>
        <p>{words.foundNothingHint}</p>
      </Notice>
    );
  }
  return (
    <>
      <p role="status">
        <bdi>{words.found(rows.length, text)}</bdi>
      </p>
      <WorkTable visit={visit} caption={words.search.title} rows={rows} />
      {rows.length < max ? null : <p class="quiet">{words.foundMany(max)}</p>}
    </>
  );
}
