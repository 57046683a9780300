import { createHash } from 'node:crypto';
import type { DataKeys } from '../../db/cipher';

/** Key sets for tests: the same ids give the same keys, the last id is the current one. */
export function testDataKeys(...ids: readonly [string, ...string[]]): DataKeys {
  const keys = Object.fromEntries(ids.map((id) => [id, testKey(id)]));
  return { current: ids.at(-1) ?? ids[0], keys, lookupKey: testKey('look-up') };
}

const testKey = (name: string): Buffer => createHash('sha256').update(`test key ${name}`).digest();
