import { randomBytes } from 'node:crypto';
import {
  changeFundingFile,
  forgetFundingFile,
  lockFundingFilesOf,
  openFundingFile,
  relatedFundingFiles,
} from '../../db/funding-files';
import type { Trx } from '../../db/database';
import type { Instant } from '../../domain/calendar-date';
import type { FileFaultCode } from '../../domain/funding-file/file-fault';
import type { MerchantId } from '../../domain/ids';
import type { ActivityDeps } from '../deps';
import { refuseFundingFile } from './close';
import { recognise } from './recognise';
import { takeDown, type TakenDown } from './take-down';

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
  /** the same bytes were received under the same name before */
  isKnown: boolean;
  isRejected: boolean;
  /** why, where it is known; what is wrong with the content is found out later, and stands in the report */
  code: FileFaultCode | null;
}

type Deps = Pick<ActivityDeps, 'db' | 'cipher'>;

const NAME_LENGTH_MAX = 200;

/**
 * Keeps a funding file sealed, in pieces, and decides what its name and bytes alone can tell: F4, F5, F6, F8. It takes
 * the memory of a piece, whatever the size of the file. The same bytes under the same name are the same file.
 *
 * @throws whatever `bytes` throws: the file then never was here
 */
export async function receiveFundingFile(deps: Deps, incoming: IncomingFile): Promise<ReceivedFile> {
  const fileId = `FFL-${randomBytes(10).toString('hex')}`;
  const file = { ...incoming, name: printable(incoming.name) };
  await openFundingFile(deps.db, fileId, {
    merchant_id: file.merchantId,
    name: file.name,
    channel: file.channel,
    received_by: file.receivedBy,
    received_at: file.receivedAt,
  });
  try {
    const taken = await takeDown(deps, fileId, file.bytes);
    return await deps.db.transaction().execute((trx) => decide(trx, deps, { ...file, fileId, taken }));
  } catch (error) {
    await forgetFundingFile(deps.db, fileId);
    throw error;
  }
}

/** Control characters and endless names end up in no answer and no folder; such a name is refused anyway. */
const printable = (name: string): string => name.replace(/[\p{C}/\\]/gu, '_').slice(0, NAME_LENGTH_MAX);

async function decide(
  trx: Trx,
  { cipher }: Deps,
  file: IncomingFile & { fileId: string; taken: TakenDown },
): Promise<ReceivedFile> {
  const { fileId, merchantId, name, taken } = file;
  const { sha256, byteCount, isTooLarge } = taken;
  const isReportDue = file.channel !== 'api';
  await lockFundingFilesOf(trx, merchantId);
  const related = await relatedFundingFiles(trx, { merchantId, name, sha256 });
  const recognised = recognise({ merchantId, name, sha256, isTooLarge, announcedSha256: file.sha256 }, related);
  switch (recognised.is) {
    case 'known': {
      const { file_id, state, file_code: code } = recognised.file;
      await forgetFundingFile(trx, fileId);
      if (isReportDue && code !== 'NAME_REUSED') await changeFundingFile(trx, file_id, { is_report_due: true });
      return { fileId: file_id, isKnown: true, isRejected: state === 'rejected', code };
    }
    case 'refused': {
      const { code } = recognised;
      // The report of the first file under this name stays where it is.
      const is_report_due = isReportDue && code !== 'NAME_REUSED';
      await changeFundingFile(trx, fileId, { sha256, byte_count: byteCount, is_report_due });
      await refuseFundingFile(trx, cipher, { file_id: fileId, merchant_id: merchantId, name }, { code });
      return { fileId, isKnown: false, isRejected: true, code };
    }
    case 'new': {
      const { repeats: repeats_file_id } = recognised;
      const found = { sha256, byte_count: byteCount, repeats_file_id, is_report_due: isReportDue };
      await changeFundingFile(trx, fileId, { state: 'received', takes_name: true, ...found });
      return { fileId, isKnown: false, isRejected: false, code: null };
    }
  }
}
