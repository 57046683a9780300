import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('.', import.meta.url));

/** Packages without a CommonJS build; Jest runs CommonJS, so swc turns them over. */
const ESM_ONLY = ['temporal-polyfill', 'temporal-utils', 'jose', 'intl-messageformat', '@formatjs'].join('|');

/** Real programs that some tests drive, and where Debian keeps them. */
const PROGRAMS = [
  { tests: '/test/e2e/(portal-|sign-page)', name: 'chromium', paths: ['/usr/bin/chromium', '/usr/bin/google-chrome'] },
  { tests: '/test/sftp/open-ssh', name: 'openssh-client', paths: ['/usr/bin/sftp'] },
];

/** Where such a program is missing its tests are left out and named; in CI they run, and fail without it. */
const missing = process.env.CI ? [] : PROGRAMS.filter(({ paths }) => !paths.some((path) => existsSync(path)));
for (const { tests, name } of missing) process.stdout.write(`skipped: ${tests} (apt-get install ${name})\n`);

/** Tests that talk to Temporal: its binaries and the Workflow bundle are made ready once, before the first of them. */
const ENGINE = { globalSetup: '<rootDir>/test/support/jest-engine-setup.ts' };

/** Tests that call a running Ownward: one is started for all of them, and its books are proven when they are done. */
const SYSTEM = {
  globalSetup: '<rootDir>/test/support/jest-e2e-setup.ts',
  globalTeardown: '<rootDir>/test/support/jest-e2e-teardown.ts',
};

const swc = (parser) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', ...parser },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    },
    sourceMaps: 'inline',
  },
];

/** One project a kind of test, so that a run of quick tests neither fetches nor bundles anything. */
export function project(displayName, folders, more = {}) {
  return {
    displayName,
    rootDir,
    testEnvironment: 'node',
    testPathIgnorePatterns: ['/node_modules/', ...missing.map(({ tests }) => tests)],
    testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
    transform: { '^.+\\.(ts|m?js)$': swc({}), '^.+\\.tsx$': swc({ tsx: true }) },
    transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY})/)`],
    ...more,
  };
}

export const REPORTERS = ['default', '<rootDir>/test/support/jest-closing-line.mjs'];

const WITHOUT_ENGINE = [
  'activities',
  'api',
  'bench',
  'config',
  'db',
  'docs',
  'domain',
  'drift',
  'house',
  'property',
  'sftp',
];

export default {
  rootDir,
  reporters: REPORTERS,
  // Two cores are what CI has. Every file that needs a server starts its own, so files may run side by side.
  maxWorkers: 2,
  // For all: Jest reads no limit from a project. Long enough for a kill test on a busy machine; what hangs ends.
  testTimeout: 180_000,
  projects: [
    project('unit', WITHOUT_ENGINE),
    project('workflows', ['workflows', 'replay', 'worker'], ENGINE),
    project('local', ['local'], ENGINE),
    project('e2e', ['e2e'], SYSTEM),
  ],
};
