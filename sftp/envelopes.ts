import type { EnvelopeFaultCode } from './reason-words';
import type { PartnerFolder } from './partner-folder';

const SUFFIX = /\.(?:pgp|gpg|asc)$/i;

export const isEncrypted = (name: string): boolean => SUFFIX.test(name);

/** The name that counts. */
export const nameInside = (name: string): string => name.replace(SUFFIX, '');

export class EnvelopeFault extends Error {
  override readonly name = 'EnvelopeFault';

  constructor(readonly code: EnvelopeFaultCode) {
    super(code);
  }
}

/** A file out of its envelope. */
export interface OpenedEnvelope {
  readonly name: string;
  readonly bytes: AsyncIterable<Buffer>;
  close(): Promise<void>;
}

/** Opens what comes encrypted, and closes what goes out. */
export interface Envelopes {
  /**
   * @param partnerKey set: it must be signed with it
   * @throws EnvelopeFault
   */
  open(folder: PartnerFolder, name: string, partnerKey: string | null): Promise<OpenedEnvelope>;
  /** Under which name and how content goes to a partner with this key. */
  close(
    name: string,
    content: AsyncIterable<Buffer>,
    partnerKey: string | null,
  ): Promise<{ name: string; content: AsyncIterable<Buffer> }>;
}

/** Where we have no key of our own nothing can be opened, and everything goes out as it is. */
export const NO_ENVELOPES: Envelopes = {
  open: () => Promise.reject(new EnvelopeFault('PGP_NOT_CONFIGURED')),
  close: (name, content) => Promise.resolve({ name, content }),
};
