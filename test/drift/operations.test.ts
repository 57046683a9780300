import { ENVIRONMENT } from '../../config/environment';
import { section, tableRows, textAt } from './page';

const PAGE = 'docs/OPERATIONS.md';

const variablesIn = (heading: string): string[] =>
  tableRows(section(PAGE, heading)).flatMap(([cell = '']) => /^`([A-Z_\d]+)`$/.exec(cell)?.[1] ?? []);

/** Names that a source file of config/ reads, as they stand in it. */
const namesIn = (path: string, pattern: RegExp): string[] =>
  [...new Set([...textAt(path).matchAll(pattern)].map(([, name = '']) => name))].sort();

const local = namesIn('config/local-settings.ts', /\b((?:OWNWARD|TEMPORAL|DATABASE)_[A-Z_]+|PORT)\b/g);
const documented = ['### API and worker', "### Temporal's own", '### `npm start` only'].map(variablesIn);

/** What operators paste into the Web UI. */
const queries = tableRows(section(PAGE, '## Queries').split('### What to do')[0] ?? '').flatMap(
  ([, query = '']) => /`([^`]+)`/.exec(query)?.[1] ?? [],
);

describe('docs/OPERATIONS.md', () => {
  it('explains every variable of API and worker, and none that they do not read', () => {
    expect(variablesIn('### API and worker').sort()).toEqual(Object.keys(ENVIRONMENT.shape).sort());
  });

  it('explains every variable of npm start somewhere', () => {
    expect(local.length).toBeGreaterThan(10);
    expect(local.filter((name) => !documented.flat().includes(name))).toEqual([]);
  });

  it('calls a variable that of npm start only when nothing else reads it', () => {
    const only = variablesIn('### `npm start` only');
    expect(only.filter((name) => !local.includes(name))).toEqual([]);
    expect(only.filter((name) => name in ENVIRONMENT.shape)).toEqual([]);
  });

  // Operators paste these: an attribute that is not registered would make the query fail.
  it('asks only for search attributes that exist', () => {
    const registered = namesIn('local/child-plans.ts', /'([A-Za-z]+)=(?:Keyword|Datetime)'/g);
    const builtIn = ['ExecutionStatus', 'WorkflowType', 'TemporalReportedProblems', 'StartTime'];
    const asked = queries.flatMap((query) =>
      [...query.matchAll(/([A-Z][A-Za-z]+) (?:=|!=|<|IN|BETWEEN)/g)].map(([, name = '']) => name),
    );
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.filter((name) => ![...registered, ...builtIn].includes(name))).toEqual([]);
  });

  it('never lists a lease twice: each query says which runs it means', () => {
    expect(queries.length).toBeGreaterThan(7);
    expect(queries.filter((query) => !query.includes('ExecutionStatus'))).toEqual([]);
  });
});
