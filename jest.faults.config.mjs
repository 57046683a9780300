import { project, REPORTERS } from './jest.config.mjs';

/**
 * `npm run test:faults`: kills and outages of whole processes, which take minutes. Two files side by side, as each starts
 * a system of its own.
 */
export default {
  reporters: REPORTERS,
  maxWorkers: 2,
  testTimeout: 180_000,
  projects: [project('faults', ['faults'], { globalSetup: '<rootDir>/test/support/jest-engine-setup.ts' })],
};
