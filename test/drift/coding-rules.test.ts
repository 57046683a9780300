import { section, tableRows, textAt } from './page';

const PAGE = 'docs/CODING_RULES.md';
const TEMPORAL_LAWS = Array.from({ length: 21 }, (_, index) => `TW${index + 1}`);

const rowIds = (heading: string): string[] =>
  tableRows(section(PAGE, heading)).flatMap(([id = '']) => (/^[A-Z]+\d+$/.test(id) ? [id] : []));

/** `^domain/` is a folder; packages and types have columns and comments of their own. */
function foldersOf(may: readonly string[]): string[] {
  return may.flatMap((pattern) => {
    const [, folder] = /^\^([a-z]+)\/(?:$|\.\*messages)/.exec(pattern) ?? [];
    return folder === undefined ? [] : [folder];
  });
}

/** The rows of the real table, read from the configuration that enforces it. */
function enforced(): Map<string, Set<string>> {
  const rows = textAt('.dependency-cruiser.cjs')
    .split(/(?=\{\s+from: ')/)
    .slice(1);
  return new Map(
    rows.flatMap((row) => {
      const [, from] = /from: '([a-z]+)'/.exec(row) ?? [];
      const upTo = row.split('\n  },')[0] ?? row;
      const patterns = [...upTo.matchAll(/'(\^[^']+)'/g)].map(([, pattern = '']) => pattern);
      return from === undefined ? [] : [[from, new Set(foldersOf(patterns).filter((folder) => folder !== from))]];
    }),
  );
}

function documented(): Map<string, Set<string>> {
  const rows = tableRows(section(PAGE, '### Who may import what'));
  return new Map(
    rows.flatMap(([folder = '', may = '']) => {
      const [, from] = /^`([a-z]+)`$/.exec(folder) ?? [];
      const to = [...may.matchAll(/`([a-z]+)`/g)].map(([, name = '']) => name);
      return from === undefined ? [] : [[from, new Set(to.filter((name) => name !== from))]];
    }),
  );
}

describe('docs/CODING_RULES.md', () => {
  it('holds the Temporal laws under the numbers that comments use', () => {
    expect(rowIds('## TW: Temporal')).toEqual(TEMPORAL_LAWS);
  });

  it('numbers the other rules without gaps', () => {
    for (const [heading, prefix] of [
      ['## GEN: all code', 'GEN'],
      ['## MONEY', 'MONEY'],
      ['## TEST', 'TEST'],
    ] as const) {
      const ids = rowIds(heading);
      expect(ids).toEqual(ids.map((_, index) => `${prefix}${index + 1}`));
      expect(ids.length).toBeGreaterThan(4);
    }
  });

  // The table people read must be the one dependency-cruiser enforces.
  it('shows the import table that is enforced', () => {
    expect(enforced().size).toBeGreaterThan(6);
    expect(documented()).toEqual(enforced());
  });
});
