import type { FundingFileRow } from '../../db/funding-files';
import type { FileFaultCode } from '../../domain/funding-file/file-fault';
import { readFundingFileName } from '../../domain/funding-file/file-name';
import type { MerchantId } from '../../domain/ids';

/** What is known of a file before it is read. */
export interface UnreadFile {
  merchantId: MerchantId;
  name: string;
  sha256: string;
  isTooLarge: boolean;
  /** what the companion file says, where there is one */
  announcedSha256: string | undefined;
}

export type Recognised =
  | { is: 'known'; file: FundingFileRow }
  | { is: 'refused'; code: FileFaultCode }
  /** `repeats`: the file with the same bytes, under another name, whose report this one gets too (F5) */
  | { is: 'new'; repeats: string | null };

/**
 * What a file is by its name and bytes. One that is refused unread does not take its name: the sender mends it and
 * sends it again under the same one. Any other does, also one that turns out to be wrong (F6).
 *
 * @param related the merchant's files under this name or of these bytes, oldest first
 */
export function recognise(file: UnreadFile, related: readonly FundingFileRow[]): Recognised {
  const { name, sha256 } = file;
  const unread = unreadFault(file);
  if (unread) return refused(file, unread, related);
  const owner = related.find((other) => other.takes_name && other.name === name);
  if (owner && owner.sha256 !== sha256) return refused(file, 'NAME_REUSED', related);
  if (owner) return { is: 'known', file: owner };
  const first = related.find((other) => other.takes_name && other.sha256 === sha256 && other.repeats_file_id === null);
  return { is: 'new', repeats: first?.file_id ?? null };
}

function unreadFault({ merchantId, name, sha256, isTooLarge, announcedSha256 }: UnreadFile): FileFaultCode | undefined {
  const said = readFundingFileName(name);
  if (!said) return 'BAD_FILE_NAME';
  if (said.merchantId !== merchantId) return 'MERCHANT_MISMATCH';
  if (isTooLarge) return 'TOO_LARGE';
  if (announcedSha256 !== undefined && announcedSha256.toLowerCase() !== sha256) return 'CHECKSUM_MISMATCH';
  return undefined;
}

/** The same refusal of the same bytes is one file: whoever brought it was killed before it could put it away. */
function refused({ name, sha256 }: UnreadFile, code: FileFaultCode, related: readonly FundingFileRow[]): Recognised {
  const before = related.find(
    (other) => other.name === name && other.sha256 === sha256 && other.file_code === code && !other.takes_name,
  );
  return before ? { is: 'known', file: before } : { is: 'refused', code };
}
