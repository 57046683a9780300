import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_DIR_VARIABLE } from '../support/e2e-system';

const PROJECT = join(__dirname, '../..');
const EXAMPLE = /^```sh\n([\s\S]*?)^```/gm;

/** The page's examples in one shell, in their order, as a reader would paste them. */
function runExamples(): string {
  const page = readFileSync(join(PROJECT, 'docs/API.md'), 'utf8');
  const script = [...page.matchAll(EXAMPLE)].map(([, example = '']) => example).join('\n');
  const env = { ...process.env, OWNWARD_DATA_DIR: process.env[DATA_DIR_VARIABLE] };
  return execFileSync('bash', ['-eu', '-o', 'pipefail', '-c', script], { cwd: PROJECT, env, encoding: 'utf8' });
}

describe('the examples of docs/API.md', () => {
  // A developer's first two minutes: what the page says must happen when it is pasted.
  it('run as they stand, and answer what the page says', () => {
    const answers = runExamples()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    expect(answers[0]).toMatchObject({ totalToOwnCents: 200_000, paymentCents: 7_504, lastPaymentCents: 7_500 });
    const seen = answers.map(({ code, status, payments, data }) => {
      if (payments) return 'schedule';
      return code ?? status ?? (data ? 'list' : 'other');
    });
    expect(seen).toEqual([
      ...['other', 'approved', 'other'],
      ...['CARD_DECLINED', 'lease_accepted', 'lease_accepted', 'lease_accepted', 'funded', 'schedule'],
      ...['approved', 'other', 'other', 'list', 'list'],
      ...['list', 'list', 'list', 'in_process', 'approved', 'other', 'approval_expired', 'other'],
    ]);
  });
});
