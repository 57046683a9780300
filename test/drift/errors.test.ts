import { ERROR_CATALOGUE } from '../../domain/errors';
import { section, sourcesIn, tableRows, textAt } from './page';

const PAGE = 'docs/ERRORS.md';
const inCode = Object.entries(ERROR_CATALOGUE).map(([code, { status }]) => `${code} ${status}`);

/** `| `CODE` | 409 | …` */
function codesIn(text: string): string[] {
  return tableRows(text).flatMap(([code = '', status = '']) => {
    const [, name] = /^`([A-Z_]+)`$/.exec(code) ?? [];
    return name === undefined ? [] : [`${name} ${status}`];
  });
}

describe('docs/ERRORS.md', () => {
  it('explains every code of the catalogue, with its status, once, and none that does not exist', () => {
    expect(codesIn(textAt(PAGE)).sort()).toEqual([...inCode].sort());
  });

  // A code that nothing throws must not look as if it could be met, and one that is thrown must be explained.
  it('calls reserved exactly the codes that nothing answers yet', () => {
    const sources = sourcesIn('domain', 'api', 'activities', 'db').filter((path) => path !== 'domain/errors.ts');
    const text = sources.map(textAt).join('\n');
    const unused = inCode.filter((row) => !text.includes(`'${row.split(' ')[0] ?? ''}'`));
    expect(codesIn(section(PAGE, '## Reserved')).sort()).toEqual(unused.sort());
  });
});
