import type { Instant } from '../../domain/calendar-date';
import type { MerchantId } from '../../domain/ids';
import type { ActivityDeps } from '../deps';

/** A file as it comes in, complete, whatever brought it. */
export interface IncomingFile {
  merchantId: MerchantId;
  /** as the sender calls it, without a folder */
  name: string;
  channel: 'sftp' | 'folder' | 'api';
  /** who brought it, as the timeline names actors: `retailer:<keyId>`, `sftp:<username>` */
  receivedBy: string;
  bytes: AsyncIterable<Buffer>;
  /** of the companion `.sha256`, hexadecimal, where there is one */
  sha256?: string;
  receivedAt: Instant;
}

export interface ReceivedFile {
  fileId: string;
  isRejected: boolean;
  /** why, where it is known at once; what is wrong with the content is found out later, and stands in the report */
  code: string | null;
}

/**
 * Keeps a funding file sealed, in pieces, and decides what its name and bytes alone can tell: F4, F5, F6, F8. It takes
 * 1 MiB of memory, whatever the size of the file. The same bytes under the same name are the same file.
 */
export async function receiveFundingFile(
  _deps: Pick<ActivityDeps, 'db' | 'cipher'>,
  _file: IncomingFile,
): Promise<ReceivedFile> {
  return await Promise.reject(new Error('not built yet'));
}
