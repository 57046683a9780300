import { resolve } from 'node:path';
import { z } from 'zod';
import { plantHouse, runTool } from './planted-house';

const CLEAN = {
  'domain/cents.ts': 'export const one = 1;\n',
  'domain/banking-calendar.ts': 'export const holidays = [];\n',
  'activities/index.ts': 'export type Activities = { go(): Promise<void> };\nexport const go = 1;\n',
  'db/leases.ts':
    "import { one } from '../domain/cents';\nimport { Pool } from 'pg';\nexport const leases = [one, Pool];\n",
  'config/settings.ts': 'export const port = 1;\n',
  'workflows/lease/messages.ts':
    "import { defineSignal } from '@temporalio/workflow';\nexport const s = defineSignal('s');\n",
  'workflows/lease/lease.ts': [
    "import { condition } from '@temporalio/workflow';",
    "import type { Activities } from '../../activities/index';",
    "import { one } from '../../domain/cents';",
    "import { s } from './messages';",
    'export const lease = (a: Activities) => [condition, a, one, s];\n',
  ].join('\n'),
  'api/app.ts':
    "import { s } from '../workflows/lease/messages';\nimport { port } from '../config/settings';\nexport const app = [s, port];\n",
};

/** Each is one file that breaks one row of the import table. */
const PLANTED: Record<string, { text: string; rule: string }> = {
  'domain/node.ts': {
    text: "import { createHash } from 'node:crypto';\nexport const h = createHash;\n",
    rule: 'domain-imports',
  },
  'domain/package.ts': { text: "import { z } from 'zod';\nexport const s = z;\n", rule: 'domain-imports' },
  'domain/sql.ts': {
    text: "import { leases } from '../db/leases';\nexport const l = leases;\n",
    rule: 'domain-imports',
  },
  'domain/sql-type.ts': {
    text: "import type { leases } from '../db/leases';\nexport type L = typeof leases;\n",
    rule: 'domain-imports',
  },
  'workflows/value.ts': {
    text: "import { go } from '../activities/index';\nexport const g = go;\n",
    rule: 'workflows-imports',
  },
  'workflows/zod.ts': { text: "import { z } from 'zod';\nexport const s = z;\n", rule: 'workflows-imports' },
  'workflows/node.ts': {
    text: "import { join } from 'node:path';\nexport const j = join;\n",
    rule: 'workflows-imports',
  },
  'workflows/client-type.ts': {
    text: "import type { Client } from '@temporalio/client';\nexport type C = Client;\n",
    rule: 'workflows-types',
  },
  'workflows/holidays.ts': {
    text: "import { holidays } from '../domain/banking-calendar';\nexport const h = holidays;\n",
    rule: 'workflows-no-time-zones',
  },
  'activities/configured.ts': {
    text: "import { port } from '../config/settings';\nexport const p = port;\n",
    rule: 'activities-imports',
  },
  'activities/sandboxed.ts': {
    text: "import { lease } from '../workflows/lease/lease';\nexport const l = lease;\n",
    rule: 'activities-imports',
  },
  'db/http.ts': { text: "import express from 'express';\nexport const e = express;\n", rule: 'db-imports' },
  'db/active.ts': { text: "import { go } from '../activities/index';\nexport const g = go;\n", rule: 'db-imports' },
  'config/sql.ts': {
    text: "import { leases } from '../db/leases';\nexport const l = leases;\n",
    rule: 'config-imports',
  },
  'api/story.ts': {
    text: "import { lease } from '../workflows/lease/lease';\nexport const l = lease;\n",
    rule: 'api-imports',
  },
  'worker/story.ts': {
    text: "import { lease } from '../workflows/lease/lease';\nexport const l = lease;\n",
    rule: 'worker-imports',
  },
  'api/tested.ts': { text: "import { aLease } from '../test/lease';\nexport const l = aLease;\n", rule: 'no-tests' },
  'api/jested.ts': { text: "import request from 'supertest';\nexport const r = request;\n", rule: 'no-dev-packages' },
  'db/nowhere.ts': { text: "import { nothing } from './not-there';\nexport const n = nothing;\n", rule: 'resolvable' },
  'domain/egg.ts': { text: "import { hen } from './hen';\nexport const egg = () => hen;\n", rule: 'no-cycles' },
};

const REST = {
  'domain/hen.ts': "import { egg } from './egg';\nexport const hen = () => egg;\n",
  'test/lease.ts': 'export const aLease = 1;\n',
};

const Report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

const Modules = z.object({
  modules: z.array(
    z.object({
      source: z.string(),
      dependencies: z.array(z.object({ resolved: z.string(), dependencyTypes: z.array(z.string()) })),
    }),
  ),
});

/** What a replay of a lease must not depend on: packages and rules that change while leases run. */
const OUTSIDE_SANDBOX =
  /^(?!workflows\/|domain\/|node_modules\/@temporalio\/(?:workflow|common)\/)|banking-calendar|holiday|time-zone/;

describe('the import table', () => {
  it('lets through what it allows', () => {
    expect(violations(CLEAN)).toEqual([]);
  });

  describe('catches', () => {
    let found: string[];
    beforeAll(() => {
      const planted = Object.entries(PLANTED).map(([path, { text }]) => [path, text] as const);
      found = violations({ ...CLEAN, ...REST, ...Object.fromEntries(planted) });
    });

    it.each(Object.entries(PLANTED))('%s', (path, { rule }) => {
      expect(found).toContain(`${rule}: ${path}`);
    });

    it('nothing but what was planted', () => {
      const files = new Set(found.map((violation) => violation.split(': ')[1]));
      expect([...files].sort()).toEqual([...Object.keys(PLANTED)].sort());
    });
  });
});

describe('the Workflows of the house', () => {
  it('carry nothing into the sandbox but themselves, domain/ and the SDK, however long the way', () => {
    expect(carriedByWorkflows(resolve(__dirname, '../..'))).toEqual([]);
  });

  it('would be caught carrying a calendar through two files of domain/', () => {
    const house = plantHouse({
      'workflows/lease.ts': "import { due } from '../domain/due-dates';\nexport const l = due;\n",
      'domain/due-dates.ts': "import { holidays } from './banking-calendar';\nexport const due = holidays;\n",
      'domain/banking-calendar.ts': 'export const holidays = [];\n',
    });
    expect(carriedByWorkflows(house.folder)).toEqual(['domain/banking-calendar.ts']);
    house.remove();
  });
});

/** Everything that the Workflows' values lead to and that has no place in the sandbox. Types are gone by then. */
function carriedByWorkflows(folder: string): string[] {
  const report = runTool(
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'workflows'],
    folder,
  );
  const { modules } = Modules.parse(JSON.parse(report));
  const seen = new Set<string>();
  const visit = (source: string): void => {
    if (seen.has(source)) return;
    seen.add(source);
    const dependencies = modules.find((module) => module.source === source)?.dependencies ?? [];
    for (const { resolved, dependencyTypes } of dependencies) {
      if (!dependencyTypes.includes('type-only')) visit(resolved);
    }
  };
  for (const { source } of modules) if (source.startsWith('workflows/')) visit(source);
  return [...seen]
    .map((path) => path.replace(/^.*node_modules/, 'node_modules'))
    .filter((path) => OUTSIDE_SANDBOX.test(path));
}

function violations(files: Record<string, string>): string[] {
  const house = plantHouse(files);
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  try {
    const report = house.run('depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders]);
    return Report.parse(JSON.parse(report)).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  } finally {
    house.remove();
  }
}
