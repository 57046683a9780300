import { existsSync, readFileSync } from 'node:fs';

/** Undefined when there is no such file; what is not JSON throws. */
export const readJsonFile = (path: string): unknown =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
