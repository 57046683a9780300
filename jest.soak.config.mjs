import { project, REPORTERS } from './jest.config.mjs';

/** `npm run soak`: faults that take too long, or too many of them, for every run of the tests. */
export default {
  reporters: REPORTERS,
  maxWorkers: 1,
  projects: [
    project('soak', ['soak'], { globalSetup: '<rootDir>/test/support/jest-engine-setup.ts', testTimeout: 600_000 }),
  ],
};
