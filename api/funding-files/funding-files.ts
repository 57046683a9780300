import type { Client } from '@temporalio/client';
import { openReport } from '../../activities/funding-file/reports';
import { receiveFundingFile } from '../../activities/funding-file/receive';
import { startFundingFile } from '../../activities/funding-file/start';
import { promptly } from '../../config/temporal-client';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { readRows } from '../../db/funding-file-rows';
import { findFundingFile, type FundingFileRow, newestFundingFiles, requireFundingFile } from '../../db/funding-files';
import { instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { resultFileName } from '../../domain/funding-file/file-name';
import { isOutage } from '../availability';
import { actorOf } from '../commands/message-ids';
import type { Caller } from '../ports';
import { decodeCursor, encodeCursor } from '../reads/cursor';
import type { FundingFiles } from './port';
import { fileView, rowView } from './views';

const FILE_PLACE = [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, /^FFL-[0-9a-f]{1,40}$/];
const ROW_PLACE = [/^\d{1,6}$/];

export interface FundingFilesDeps {
  db: Db;
  cipher: Cipher;
  temporal: Client;
}

/** Batch funding files over HTTPS: the same intake as that of SFTP. */
export function fundingFiles(deps: FundingFilesDeps): FundingFiles {
  const { db, cipher } = deps;
  return {
    async receive(caller, { name, bytes }) {
      const merchantId = senderOf(caller);
      const { fileId, isKnown, isRejected } = await receiveFundingFile(deps, {
        ...{ merchantId, name, channel: 'api', receivedBy: actorOf(caller) },
        bytes: once(bytes),
        receivedAt: instant(Date.now()),
      });
      if (!isRejected) await startOrLeave(deps.temporal, fileId);
      return { isKnown, file: fileView(await requireFundingFile(db, fileId)) };
    },

    async list(caller, { limit, cursor }) {
      const [receivedAt, fileId = ''] = cursor === undefined ? [] : decodeCursor(cursor, FILE_PLACE);
      const after = receivedAt === undefined ? undefined : { receivedAt: instant(Date.parse(receivedAt)), fileId };
      const files = await newestFundingFiles(db, readerOf(caller), limit + 1, after);
      const page = files.slice(0, limit);
      const last = page.at(-1);
      const nextCursor = files.length > limit && last ? encodeCursor([last.received_at, last.file_id]) : null;
      return { data: page.map(fileView), nextCursor };
    },

    async read(caller, fileId, { limit, cursor }) {
      const file = await ownFile(db, caller, fileId);
      const [after = '0'] = cursor === undefined ? [] : decodeCursor(cursor, ROW_PLACE);
      const place = { after: Number(after), limit: limit + 1 };
      const rows = file.state === 'rejected' ? [] : await readRows(db, cipher, rowsOf(file), place);
      const page = rows.slice(0, limit);
      const nextCursor = rows.length > limit ? encodeCursor([page.at(-1)?.rowNumber ?? 0]) : null;
      return { ...fileView(file), rows: page.map(rowView), nextCursor };
    },

    async report(caller, fileId) {
      const file = await ownFile(db, caller, fileId);
      const pieces: Buffer[] = [];
      for await (const piece of openReport(deps, fileId)) pieces.push(piece);
      return { name: resultFileName(file.name), bytes: Buffer.concat(pieces) };
    },
  };
}

/** A file with the bytes of another one has that one's rows. */
const rowsOf = ({ file_id, repeats_file_id }: FundingFileRow): string => repeats_file_id ?? file_id;

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Received is received: where Temporal is away, the file is started when it is back. */
async function startOrLeave(temporal: Client, fileId: string): Promise<void> {
  try {
    await promptly(temporal, () => startFundingFile(temporal, fileId));
  } catch (error) {
    if (!isOutage(error)) throw error;
  }
}

/**
 * A file is of the whole merchant, so a clerk of some stores has no business with it.
 * @throws LeaseError FORBIDDEN
 */
function senderOf({ merchantId, storeIds }: Caller) {
  if (merchantId === null || storeIds) throw new LeaseError('FORBIDDEN', 'funding files are of a whole retailer');
  return merchantId;
}

/** Our own people see those of all merchants. @throws LeaseError FORBIDDEN */
function readerOf(caller: Caller) {
  return caller.kind === 'retailer' ? senderOf(caller) : null;
}

/** @throws LeaseError NOT_FOUND, in the same words for an unknown file and for another retailer's */
async function ownFile(db: Db, caller: Caller, fileId: string): Promise<FundingFileRow> {
  const merchantId = readerOf(caller);
  const file = await findFundingFile(db, fileId);
  const isVisible = file && file.state !== 'receiving' && (merchantId === null || file.merchant_id === merchantId);
  if (!isVisible) throw new LeaseError('NOT_FOUND', 'no such funding file');
  return file;
}
