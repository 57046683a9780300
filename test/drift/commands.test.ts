import { z } from 'zod';
import { allPages, existsAt, section, textAt } from './page';

const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textAt('package.json')));

/** `npm run x`, `npm start`, `npm test` as the pages write them, examples included. */
function npmCommands(page: string): string[] {
  return [...textAt(page).matchAll(/\bnpm (?:run (?:-s )?([a-z][a-z:-]*)|(start|test)\b)/g)].map(
    ([, script, short]) => script ?? short ?? '',
  );
}

describe('commands of the documentation', () => {
  it('are scripts of package.json', () => {
    const named = allPages().flatMap((page) => npmCommands(page).map((script) => ({ page, script })));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ script }) => !(script in scripts))).toEqual([]);
  });

  it('are listed in the coding rules, all of them', () => {
    const listed = npmCommands('docs/CODING_RULES.md');
    expect(Object.keys(scripts).filter((script) => !listed.includes(script))).toEqual([]);
  });

  it('run programs that exist', () => {
    const programs = Object.values(scripts).flatMap((line) => [...line.matchAll(/[a-z./-]+\.(?:ts|cjs|mjs)\b/g)]);
    expect(programs.length).toBeGreaterThan(5);
    expect(programs.map(([path]) => path).filter((path) => !existsAt(path))).toEqual([]);
  });

  it('are few in the README, and its ways on at most five', () => {
    const rows = section('README.md', '## Run it')
      .split('\n')
      .filter((line) => line.startsWith('| `npm'));
    const ways = section('README.md', '## Read next')
      .split('\n')
      .filter((line) => /^\d\./.test(line));
    expect(rows.length).toBeLessThanOrEqual(6);
    expect(ways.length).toBeLessThanOrEqual(5);
  });
});
