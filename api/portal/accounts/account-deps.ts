import type { Cipher } from '../../../db/cipher';
import type { Db } from '../../../db/database';
import type { Passwords } from '../../../db/portal-passwords';

/** Where people of stores are kept, and how their passwords are. */
export interface AccountDeps {
  db: Db;
  cipher: Cipher;
  passwords: Passwords;
}
