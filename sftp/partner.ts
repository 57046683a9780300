import type { MerchantId } from '../domain/ids';

/** Who an SFTP account belongs to. */
export interface Partner {
  readonly username: string;
  readonly merchantId: MerchantId;
  /** in the form of `authorized_keys`; two while a key is being changed */
  readonly publicKeys: readonly string[];
  /** armored; set: what we lay into `out/` is encrypted to it, and what comes encrypted must be signed by it */
  readonly pgpPublicKey: string | null;
}
