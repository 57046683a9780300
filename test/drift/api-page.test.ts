import { openApiPath } from '../../api/docs/openapi';
import { allOperations } from '../../api/operations';
import { calendarDate } from '../../domain/calendar-date';
import { FUNDING_STATES, LEASE_STATUSES, SERVICING_STATES, STATUS_LABELS } from '../../domain/lease-status';
import { codeIn, section, tableRows, textAt } from './page';

const PAGE = 'docs/API.md';
/** The routes that speak the incumbent's language have a page of their own. */
const pages = [PAGE, 'docs/COMMERCE_API.md'].map(textAt).join('\n');
const operations = allOperations({ today: () => calendarDate('2026-11-24') });
const served = operations.map(({ method, path }) => `${method.toUpperCase()} ${openApiPath(path)}`);
/** Pages of the API's own that are no operations. */
const PAGES = ['/v1', '/api/v1', '/docs', '/openapi.json', '/sign/{token}'];

/** `POST `/v1/applications`` wherever it stands, also over a line's end. */
function callsOf(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/\b(GET|POST|PUT|PATCH|DELETE)\s+`(\/[^`?]+)(?:\?[^`]*)?`/g)].map(
    ([, method, path]) => `${method} ${path}`,
  );
}

describe('docs/API.md', () => {
  it('names every operation by its method, path and operationId', () => {
    const calls = callsOf(pages);
    const names = codeIn(pages);
    expect(served.filter((call) => !calls.includes(call))).toEqual([]);
    expect(operations.map(({ operationId }) => operationId).filter((id) => !names.includes(id))).toEqual([]);
  });

  it('names no call and no path that is not served', () => {
    const paths = operations.map(({ path }) => openApiPath(path));
    const named = codeIn(textAt(PAGE)).filter((code) => /^\/[a-z]/.test(code));
    expect(callsOf(pages).filter((call) => !served.includes(call))).toEqual([]);
    expect(named.filter((path) => !paths.includes(path) && !PAGES.includes(path))).toEqual([]);
  });

  it('names the operationId beside its call, wherever a table or a sentence pairs them', () => {
    const pairs = [...textAt(PAGE).matchAll(/\b([A-Z]+)\s+`(\/[^`]+)`(?: \(| \| )`([a-zA-Z]+)`/g)];
    const known = operations.map(
      ({ operationId, method, path }) => `${method.toUpperCase()} ${openApiPath(path)} ${operationId}`,
    );
    expect(pairs.length).toBeGreaterThan(20);
    expect(
      pairs.map(([, method, path, id]) => `${method} ${path} ${id}`).filter((pair) => !known.includes(pair)),
    ).toEqual([]);
  });

  it('lists the statuses and their labels as the API answers them', () => {
    const rows = tableRows(section(PAGE, '## Statuses')).flatMap(([status = '', label]) => {
      const [, name] = /^`([a-z_]+)`$/.exec(status) ?? [];
      return name === undefined || name === 'status' ? [] : [[name, label]];
    });
    expect(Object.fromEntries(rows)).toEqual(STATUS_LABELS);
    expect(rows).toHaveLength(LEASE_STATUSES.length);
  });

  it('lists the funding and servicing states in their order', () => {
    const names = codeIn(section(PAGE, '## Statuses'));
    expect(names.join(' ')).toContain(
      ['fundingState', ...FUNDING_STATES, 'servicingState', ...SERVICING_STATES].join(' '),
    );
  });
});
