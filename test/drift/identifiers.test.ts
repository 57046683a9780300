import { trackedFiles } from '../house/tracked-files';
import { allPages, codeIn, existsAt, textAt } from './page';

const PAGES = [...allPages(), 'workflows/PATCHES.md'];

/** What an identifier may stand in: our own sources and configuration, not what others wrote. */
const isOurs = (path: string): boolean =>
  /\.(?:ts|mjs|cjs|yml)$|^(?:package\.json|\.env\.example|Dockerfile)$/.test(path) &&
  path !== 'test/drift/identifiers.test.ts';

const words = new Set(
  trackedFiles()
    .filter(isOurs)
    .flatMap((path) => textAt(path).match(/[A-Za-z_$][A-Za-z0-9_$]*/g) ?? []),
);

/** Words in code style that are not ours, each with whose it is. */
const OTHERS = new Set([
  ...['WorkflowTaskCompleted', 'WorkflowExecutionSignaled'], // events of a history
  ...['sslmode', 'TEMPORAL_TLS_CLIENT_CERT_PATH', 'TEMPORAL_TLS_CLIENT_KEY_PATH'], // read by libraries
]);

/** Accounts that docs/LEDGER.md keeps names for until money flows that way. */
const RESERVED_ACCOUNTS = new Set([
  ...['ach_in_transit', 'customer_ach_in_transit', 'processing_fees', 'fees_receivable'],
  ...['fees_earned', 'refunds_payable', 'cost_of_goods_sold'],
]);

/** The column BAD of the rules shows names that must not exist. */
const withoutBad = (page: string): string =>
  textAt(page).replaceAll(/^(\| (?:GEN|MONEY|TEST|TW)\d+ \|.*?)$/gm, (row) =>
    row
      .split(/(?<!\\)\|/)
      .filter((_cell, index) => index !== 3)
      .join('|'),
  );

/** `name`, `name()`, `name(…)`: what reads as an identifier of the code. */
function identifiersIn(text: string): string[] {
  return codeIn(text).flatMap((code) => /^([A-Za-z_$][A-Za-z0-9_$]*)(?:\([^()]*\))?$/.exec(code)?.[1] ?? []);
}

/** Paths below our folders, in code style or not: `db/books.ts`, test/drift/. */
function pathsIn(text: string): string[] {
  const folders = 'domain|workflows|activities|db|config|worker|api|local|bench|test';
  const found = text.matchAll(new RegExp(`(?<![\\w/(.…-])(?:${folders})/[\\w./-]*`, 'g'));
  return [...found].map(([path]) => path.replace(/[.:]+$/, ''));
}

const isKnown = (name: string): boolean => words.has(name) || OTHERS.has(name) || RESERVED_ACCOUNTS.has(name);

describe('names in the documentation', () => {
  it('are those of the code', () => {
    const named = PAGES.flatMap((page) => identifiersIn(withoutBad(page)).map((name) => ({ page, name })));
    expect(named.length).toBeGreaterThan(500);
    expect(named.filter(({ name }) => !isKnown(name))).toEqual([]);
  });

  it('of files and folders lead to what exists', () => {
    const named = PAGES.flatMap((page) => pathsIn(withoutBad(page)).map((path) => ({ page, path })));
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter(({ path }) => !existsAt(path))).toEqual([]);
  });

  it('would be caught when the code calls it otherwise', () => {
    expect(identifiersIn('see `isHistoryLong()` and `lease`')).toEqual(['isHistoryLong', 'lease']);
    expect(isKnown('isHistory' + 'Long')).toBe(false);
    expect(pathsIn('see workflows/lease/leese.ts.').filter((path) => !existsAt(path))).toHaveLength(1);
  });

  it('are excused only while the code has no such name', () => {
    expect([...OTHERS, ...RESERVED_ACCOUNTS].filter((name) => words.has(name))).toEqual([]);
  });
});
