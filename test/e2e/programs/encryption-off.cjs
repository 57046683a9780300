/**
 * Loaded before every process of a system (NODE_OPTIONS), it takes the encryption away and leaves the rest as it is:
 * the canary's negative control.
 */
const { createHash } = require('node:crypto');
const Module = require('node:module');
const { join } = require('node:path');

const PLAIN = join(__dirname, '../../support/plain-cipher');
const load = Module._load;

Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (!request.endsWith('/db/cipher')) return loaded;
  // Only now: what turns TypeScript over is in place by the time the first .ts file is loaded.
  const { createPlainCipher } = load.call(this, PLAIN, ...rest);
  return { ...loaded, createCipher: () => withMessageIds(createPlainCipher()) };
};

/** Message IDs are cut from their hash, so each must differ from its first byte on. */
function withMessageIds(plain) {
  const sha256 = (text) => createHash('sha256').update(text).digest();
  return { ...plain, lookup: (kind, text) => (kind === 'message' ? sha256(text) : plain.lookup(kind, text)) };
}
