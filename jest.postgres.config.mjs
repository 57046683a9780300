import { project, REPORTERS } from './jest.config.mjs';

/** `npm run test:postgres`: what must also hold on a PostgreSQL with real concurrency. Wants DATABASE_URL of an empty one. */
export default {
  reporters: REPORTERS,
  // One database, so one file at a time.
  maxWorkers: 1,
  projects: [project('postgres', ['postgres'], { testTimeout: 60_000 })],
};
