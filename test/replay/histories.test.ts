import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { installQuietRuntime } from '../support/stage';
import { workflowBundle } from '../../worker/bundle';
import { HISTORIES, keptHistories } from './histories';
import { FILE_LIVES } from './file-lives';
import { LIVES } from './lives';
import { plantedBundle } from './planted-bundle';

const WORKFLOWS = join(__dirname, '../../workflows');

const SLEEPS = "await sleep('1 second');\n  return desk.lease.servicingEnd;";

describe('stored histories', () => {
  beforeAll(installQuietRuntime);
  afterAll(() => Runtime.instance().shutdown());

  it('are there for every life that is told', () => {
    const names = keptHistories().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(LIVES), ...Object.keys(FILE_LIVES)]));
    expect(names.filter((name) => name.endsWith('.servicing')).length).toBeGreaterThan(0);
  });

  // A lease is open for up to 90 days and its term: each release meets leases that earlier releases began.
  it.each(keptHistories())('replay on the code of today: $name', async ({ name, history }) => {
    await expect(replay(await workflowBundle(), name, history)).resolves.toBeUndefined();
  });

  it.each([
    ['a timer more', 'lease.ts', 'void keepRecords(desk);', "void keepRecords(desk);\n  await sleep('1 second');"],
    [
      'two activities that changed places',
      'lease.ts',
      /(await fundMerchant\(desk\);)\s*(await createSchedule\(desk\);)/,
      '$2\n$1',
    ],
    ['an activity less', 'lease.ts', 'await createSchedule(desk);', ''],
    ['a search attribute that is no longer set', 'records.ts', 'showInSearch(desk);', ''],
    ['another activity for a return', 'carry-out.ts', 'act.postReturn', 'act.authorizeReturn', 'returned.servicing'],
    [
      'a lease that goes on after it was bought',
      'servicing.ts',
      /return desk.lease.servicingEnd;/,
      SLEEPS,
      'bought-out.servicing',
    ],
    [
      'a timer before SQL is asked',
      'carry-out.ts',
      'await condition(',
      "await sleep('1 second');\n  await condition(",
      'paid-off.servicing',
    ],
    [
      'a file that is reported twice',
      '../funding-file/funding-file.ts',
      /(await act\.writeFundingReport\(\{ fileId \}\);)/,
      '$1\n$1',
      'funding-file',
    ],
  ])('would not replay on code with %s', async (_, file, found, planted, name = 'funded') => {
    const bundle = await plantedBundle(file, found, planted);
    const kept = keptHistories().find((history) => history.name === name);
    await expect(replay(bundle, name, kept?.history)).rejects.toThrow(DeterminismViolationError);
  });
});

describe('workflows/PATCHES.md', () => {
  it('has a row for each patch in the code, and no other', () => {
    const sources = readdirSync(WORKFLOWS, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const inCode = sources.flatMap((file) => patchesIn(readFileSync(join(WORKFLOWS, file), 'utf8')));
    expect(rows().map(({ patch }) => patch)).toEqual([...new Set(inCode)].sort());
  });

  it('names for each patch a history that began before it', () => {
    expect(rows().filter(({ history }) => !existsSync(join(HISTORIES, `${history}.json`)))).toEqual([]);
  });

  it('would miss neither a patch nor one that is being retired', () => {
    const code = "if (patched('2026-12-grace')) {}\ndeprecatePatch(\n  '2027-01-notice',\n);";
    expect(patchesIn(code)).toEqual(['2026-12-grace', '2027-01-notice']);
    expect(rows('| `2026-12-grace` | why | `funded` |')).toEqual([{ patch: '2026-12-grace', history: 'funded' }]);
  });
});

async function replay(workflowBundle: { code: string }, name: string, history: unknown): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle, replayName: name }, history, 'lease:replayed');
}

function patchesIn(code: string): string[] {
  return [...code.matchAll(/\b(?:patched|deprecatePatch)\(\s*['"`]([^'"`]+)/g)].map(([, patch = '']) => patch);
}

function rows(text = readFileSync(join(WORKFLOWS, 'PATCHES.md'), 'utf8')): { patch: string; history: string }[] {
  const found = [...text.matchAll(/^\| `([^`]+)` \|.*\| `([^`]+)` \|$/gm)];
  return found
    .map(([, patch = '', history = '']) => ({ patch, history }))
    .sort((a, b) => a.patch.localeCompare(b.patch));
}
