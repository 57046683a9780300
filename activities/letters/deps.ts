import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import type { Lessor } from '../../domain/agreement/agreement-document';

/** What letters are made from and kept in. */
export interface LetterDeps {
  db: Db;
  cipher: Cipher;
  lessor: Lessor;
}
