import type { Cipher } from '../../../db/cipher';
import { countAttempt, forgetAttempts, purgeAttempts, takeBackAttempt } from '../../../db/portal-attempts';
import { auditPortal } from '../../../db/portal-audit';
import { startSession } from '../../../db/portal-sessions';
import { normalisedUsername } from '../../../db/portal-usernames';
import { findPortalUser } from '../../../db/portal-users';
import type { SignIn } from '../accounts';
import { newToken } from '../guests';
import type { AccountDeps } from './account-deps';

/** The sixth attempt under one name in 15 minutes is refused, whoever it is; the name need not exist. */
export const NAME_ATTEMPTS_MAX = 5;

/** A whole store signs in from one address; so many of its attempts may fail. */
export const ADDRESS_ATTEMPTS_MAX = 50;

interface Attempt {
  username: string;
  password: string;
  address: string;
}

export const nameAttempts = (cipher: Cipher, username: string): Buffer =>
  cipher.lookup('portal-attempts-name', normalisedUsername(username));

const addressAttempts = (cipher: Cipher, address: string): Buffer => cipher.lookup('portal-attempts-address', address);

/**
 * Lets a person in, with a session nobody had before. Known and unknown names, wrong passwords and people who may no
 * longer come in all take the same way through this function, and the same time.
 */
export async function signIn(
  { db, cipher, passwords }: AccountDeps,
  { username, password, address }: Attempt,
): Promise<SignIn> {
  const [byName, byAddress] = [nameAttempts(cipher, username), addressAttempts(cipher, address)];
  await purgeAttempts(db);
  const waits = [
    await countAttempt(db, byAddress, ADDRESS_ATTEMPTS_MAX),
    await countAttempt(db, byName, NAME_ATTEMPTS_MAX),
  ];
  const retryAfterSeconds = Math.max(...waits.map(({ waitSeconds }) => waitSeconds));
  if (retryAfterSeconds > 0) {
    // One line a lock: whoever goes on trying does not fill the book.
    if (waits.some(({ isFirst }) => isFirst))
      await auditPortal(db, { event: 'sign_in_locked', merchantId: null, userId: null });
    return { outcome: 'too_many', retryAfterSeconds };
  }
  const person = await findPortalUser(db, cipher, username);
  const isRight = await passwords.matches(password, person?.password_hash);
  const about = { merchantId: person?.merchant_id ?? null, userId: person?.user_id ?? null };
  if (!person || !isRight || !person.is_active) {
    await auditPortal(db, { event: 'sign_in_refused', ...about });
    return { outcome: 'refused' };
  }
  const token = newToken();
  await db.transaction().execute(async (trx) => {
    await startSession(trx, person.user_id, token);
    await auditPortal(trx, { event: 'signed_in', ...about });
  });
  await forgetAttempts(db, byName);
  await takeBackAttempt(db, byAddress);
  return { outcome: 'signed_in', token, userId: person.user_id };
}
