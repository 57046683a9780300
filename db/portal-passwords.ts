import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** How passwords are kept and compared. */
export interface Passwords {
  /** a password as it is kept: with its cost and salt, so that later ones may cost more */
  hash(password: string): Promise<string>;
  /**
   * Whether this is the password. Takes as long for somebody unknown, so that names cannot be told by the clock.
   * @param kept undefined: nobody has this name; the answer is false
   */
  matches(password: string, kept: string | undefined): Promise<boolean>;
}

/** 32 MiB and three passes a guess: OWASP's cost for scrypt with memory of this size. */
const COST = { log2N: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** scrypt needs 128 · N · r bytes and refuses to start at its own default limit. */
const MEMORY_BYTES_MAX = 128 * 1024 * 1024;
const FORM = /^scrypt\$(\d{2})\$(\d{1,2})\$(\d)\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/;

/** A hash that nobody's password has: comparing with it takes as long as with a real one. */
const NOBODY = `scrypt$${COST.log2N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

export const SCRYPT_PASSWORDS: Passwords = {
  async hash(password) {
    const salt = randomBytes(SALT_BYTES);
    const hash = await derive(password, salt, COST);
    return `scrypt$${COST.log2N}$${COST.r}$${COST.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
  },

  async matches(password, kept) {
    const known = kept === undefined ? null : FORM.exec(kept);
    const [, log2N = '', r = '', p = '', salt = '', hash = ''] = known ?? FORM.exec(NOBODY) ?? [];
    const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
    const derived = await derive(password, Buffer.from(salt, 'base64url'), cost);
    return known !== null && timingSafeEqual(Buffer.from(hash, 'base64url'), derived);
  },
};

function derive(password: string, salt: Buffer, { log2N, r, p }: typeof COST): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: MEMORY_BYTES_MAX };
  // The same letters may be typed in more than one way on other keyboards.
  const typed = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
