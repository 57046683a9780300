import { existsSync } from 'node:fs';

import { ensureKeyFile, loadDataKeys } from '../config/data-keys';
import type { Settings } from '../config/settings';
import { areKeysOf } from '../db/applicants';
import { createCipher } from '../db/cipher';
import { openDatabase } from '../db/database';
import { Refusal } from './refusal';

type KeySource = Settings['dataKeySource'];

/**
 * Makes the key file of a database that holds nobody yet. For any other it must be there and be the right one: new keys
 * over old data would make personal data unreadable for ever, and the people behind it unknown.
 * @param database what the operator calls it
 * @throws Refusal when the keys are missing, or those of another database
 */
export const requireKeysOf = async (databaseUrl: string, database: string, source: KeySource): Promise<void> => {
  const { keyFile, keysJson } = source;
  const isThere = keysJson !== undefined || (keyFile !== undefined && existsSync(keyFile));
  const db = openDatabase(databaseUrl, { maxConnectionCount: 1 });
  const cipher = isThere ? createCipher(loadDataKeys(source)) : undefined;
  const fits = await areKeysOf(db, cipher).finally(() => db.destroy());
  const keys = keysJson === undefined ? `the key file ${keyFile}` : 'OWNWARD_DATA_KEYS';
  if (!fits) {
    throw new Refusal(
      isThere
        ? `${capitalised(keys)} does not belong to the personal data in ${database}: ` +
            'restore the keys it was sealed with, or use an empty database.'
        : `${capitalised(keys)} is missing, and without it the personal data in ${database} cannot be read: ` +
            'restore it from a copy, or use an empty database.',
    );
  }
  if (keysJson === undefined && keyFile !== undefined) ensureKeyFile(keyFile);
};

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
