import { codeIn, sourcesIn, tableRows, textAt } from './page';

const PAGE = 'docs/GLOSSARY.md';
const SOURCES = sourcesIn('domain', 'workflows', 'activities', 'db', 'api').map(textAt).join('\n');

/** The spellings in the second column of every table. */
function spellings(): string[] {
  return tableRows(textAt(PAGE)).flatMap(([, code = '']) => codeIn(code));
}

/** `…Bps` stands for every name that ends so. */
function exists(spelling: string): boolean {
  const name = spelling.startsWith('…') ? `[A-Za-z]+${spelling.slice(1)}` : spelling;
  return new RegExp(`(?<![A-Za-z0-9_$])${name}(?![A-Za-z0-9_$])`).test(SOURCES);
}

describe('docs/GLOSSARY.md', () => {
  it('spells every word as the code does', () => {
    expect(spellings().filter((spelling) => !exists(spelling))).toEqual([]);
  });

  it('has enough words to be of use, each once', () => {
    const all = spellings();
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((spelling, index) => all.indexOf(spelling) !== index)).toEqual([]);
  });

  it('would miss a word that nobody uses', () => {
    expect(exists('leaseId')).toBe(true);
    expect(exists('…Bps')).toBe(true);
    expect(exists('disbursement')).toBe(false);
  });
});
