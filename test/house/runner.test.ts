import { execFileSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { trackedFiles } from './tracked-files';

const ROOT = resolve(__dirname, '../..');

/** The test files a configuration would run. */
function listed(config: string): string[] {
  const args = ['--listTests', '--config', config];
  const output = execFileSync(resolve(ROOT, 'node_modules/.bin/jest'), args, { cwd: ROOT, encoding: 'utf8' });
  return output
    .split('\n')
    .filter((line) => line.endsWith('.test.ts'))
    .map((path) => relative(ROOT, path));
}

describe('the test runner', () => {
  it('runs every test file there is, in one of its configurations', () => {
    const configs = ['jest.config.mjs', 'jest.postgres.config.mjs', 'jest.faults.config.mjs', 'jest.soak.config.mjs'];
    const run = new Set(configs.flatMap(listed));
    const kept = trackedFiles().filter((path) => path.endsWith('.test.ts'));
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter((path) => !run.has(path))).toEqual([]);
  });
});
