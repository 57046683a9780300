import type { PartnerFolder } from './partner-folder';

const SUFFIX = '.sha256';
/** A digest, blanks and a name. */
const COMPANION_MAX_BYTES = 1_024;

export const isCompanion = (name: string): boolean => name.toLowerCase().endsWith(SUFFIX);

export const companionOf = (name: string): string => `${name}${SUFFIX}`;

/**
 * The digest that a companion file announces, as `sha256sum` writes it: hexadecimal first, then perhaps the name.
 *
 * @returns undefined where there is none; where there is one that cannot be read, a text that is no file's digest, for
 *   whoever sends a companion wants it to count
 */
export async function announcedDigest(folder: PartnerFolder, name: string): Promise<string | undefined> {
  const stats = await folder.stat('in', companionOf(name));
  if (!stats) return undefined;
  const handle = await folder.openToRead('in', companionOf(name));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(COMPANION_MAX_BYTES), 0, COMPANION_MAX_BYTES, 0);
    const digest = /^\uFEFF?\\?([0-9a-f]{64})(?:\s|$)/i.exec(buffer.toString('utf8', 0, bytesRead))?.[1];
    return digest?.toLowerCase() ?? 'unreadable';
  } finally {
    await handle.close();
  }
}
