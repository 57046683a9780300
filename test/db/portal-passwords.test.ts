import { SCRYPT_PASSWORDS } from '../../db/portal-passwords';

const { hash, matches } = SCRYPT_PASSWORDS;

describe('passwords as they are kept', () => {
  it('match themselves only, are told apart from each other, and say what they cost', async () => {
    const [one, other] = await Promise.all([hash('correct horse battery'), hash('correct horse battery')]);
    expect(one).not.toBe(other);
    expect(one).toMatch(/^scrypt\$15\$8\$3\$/);
    expect(one).not.toContain('horse');
    expect(await matches('correct horse battery', one)).toBe(true);
    expect(await matches('correct horse batterz', one)).toBe(false);
  });

  it('match however an accent is typed: one key or two', async () => {
    expect(await matches('contrasen\u0303a larga', await hash('contrase\u00f1a larga'))).toBe(true);
  });

  // The look-alike of nobody is computed with, and never matched: not even by whoever knows it.
  it('never match for nobody', async () => {
    expect(await matches('', undefined)).toBe(false);
  });

  it('do not match what is no hash of ours, and do not fail on it', async () => {
    expect(await matches('x', 'plain:x')).toBe(false);
  });
});
