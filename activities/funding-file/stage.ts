import { keepHeader } from '../../db/funding-file-headers';
import { readPieces } from '../../db/funding-file-pieces';
import { dropRows, insertRows, markDuplicates } from '../../db/funding-file-rows';
import { type FundingFileRow, requireFundingFile } from '../../db/funding-files';
import { type FileFault, isFileFault } from '../../domain/funding-file/file-fault';
import type { ActivityDeps } from '../deps';
import { refuseFundingFile } from './close';
import { csvFault, csvRecords } from './csv-records';
import { FileReader, type ReadFile } from './read-file';

/** What is to be done next with a file. */
export type Staged =
  | { next: 'rows'; rowCount: number }
  /** it has the bytes of another one: that one's report is its report */
  | { next: 'original' }
  | { next: 'nothing' };

/**
 * Reads a whole file, checks all that concerns it as a whole (F1 to F4, F7), and keeps its rows, sealed, in batches. No
 * row is acted on before the last one was read. A file that is wrong is refused with its report.
 */
export function stageFundingFile({ db, cipher }: Pick<ActivityDeps, 'db' | 'cipher'>) {
  return async ({ fileId }: { fileId: string }): Promise<Staged> => {
    const file = await requireFundingFile(db, fileId);
    if (file.state !== 'received') return standingOf(file);
    if (file.repeats_file_id !== null) return { next: 'original' };

    const read = await readWhole(readPieces(db, cipher, fileId, 'content'), (rows) =>
      insertRows(db, cipher, fileId, rows),
    );
    return await db.transaction().execute(async (trx): Promise<Staged> => {
      if (isFileFault(read)) {
        await dropRows(trx, fileId);
        await refuseFundingFile(trx, cipher, file, read);
        return { next: 'nothing' };
      }
      await markDuplicates(trx, fileId);
      await keepHeader(trx, cipher, fileId, read);
      return { next: 'rows', rowCount: read.rowCount };
    });
  };
}

function standingOf({ state, row_count: rowCount }: FundingFileRow): Staged {
  return state === 'processing' ? { next: 'rows', rowCount } : { next: 'nothing' };
}

async function readWhole(
  bytes: AsyncIterable<Buffer>,
  keep: ConstructorParameters<typeof FileReader>[0],
): Promise<ReadFile | FileFault> {
  const reader = new FileReader(keep);
  try {
    for await (const cells of csvRecords(bytes)) {
      const fault = await reader.take(cells);
      if (fault) return fault;
    }
  } catch (error) {
    const fault = csvFault(error);
    if (!fault) throw error;
    return fault;
  }
  return await reader.end();
}
