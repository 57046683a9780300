import { dirname, normalize } from 'node:path';
import { allPages, existsAt, textAt } from './page';

interface Link {
  page: string;
  target: string;
}

/** Links within the project, without those of fenced examples. */
function linksOf(page: string): Link[] {
  const prose = textAt(page).replaceAll(/^```[\s\S]*?^```/gm, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target)).map((target) => ({ page, target }));
}

/** GitHub's name of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function anchorsIn(page: string): string[] {
  return [...textAt(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

function leadsNowhere({ page, target }: Link): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? page : normalize(`${dirname(page)}/${file}`);
  if (path.startsWith('..') || !existsAt(path)) return true;
  return anchor !== undefined && (!path.endsWith('.md') || !anchorsIn(path).includes(anchor));
}

describe('links of the documentation', () => {
  const links = allPages().flatMap(linksOf);

  it('lead to files and headings that exist, never to line numbers', () => {
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter(leadsNowhere).map(({ page, target }) => `${page} → ${target}`)).toEqual([]);
  });

  it('would be caught leading nowhere', () => {
    expect(leadsNowhere({ page: 'docs/API.md', target: '../workflows/lease/leese.ts' })).toBe(true);
    expect(leadsNowhere({ page: 'docs/API.md', target: '../workflows/lease/lease.ts#L12' })).toBe(true);
    expect(leadsNowhere({ page: 'README.md', target: 'docs/API.md#no-such-heading' })).toBe(true);
    expect(leadsNowhere({ page: 'docs/API.md', target: 'ERRORS.md#signing' })).toBe(false);
  });

  it('reach every page of docs/ from the README in two steps', () => {
    const from = (page: string): string[] =>
      linksOf(page).map(({ target }) => normalize(`${dirname(page)}/${target.split('#')[0] ?? ''}`));
    const near = from('README.md').filter((path) => path.endsWith('.md'));
    const reached = new Set([...near, ...near.flatMap(from)]);
    const isReached = (page: string) => reached.has(page) || reached.has(dirname(page));
    expect(allPages().filter((page) => page !== 'README.md' && !isReached(page))).toEqual([]);
  });

  it('bring a newcomer from the README to where funding happens in two steps', () => {
    expect(linksOf('README.md').map(({ target }) => target)).toContain('docs/ARCHITECTURE.md');
    expect(linksOf('docs/ARCHITECTURE.md').map(({ target }) => target)).toContain('../activities/fund-merchant.ts');
    expect(textAt('activities/index.ts')).toContain('fundMerchant');
  });
});
