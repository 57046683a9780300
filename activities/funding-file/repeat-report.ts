import { PieceWriter, readPieces } from '../../db/funding-file-pieces';
import { type FundingFileRow, requireFundingFile } from '../../db/funding-files';
import type { ActivityDeps } from '../deps';
import { repeatFundingFile } from './close';

/**
 * Gives a file the report of the one that has the same bytes: nothing of it is acted on (F5).
 * @returns false while the other one has no report yet
 */
export function repeatFundingReport({ db, cipher }: Pick<ActivityDeps, 'db' | 'cipher'>) {
  return async ({ fileId }: { fileId: string }): Promise<{ isDone: boolean }> => {
    const file = await requireFundingFile(db, fileId);
    if (file.state !== 'received') return { isDone: true };
    const original = await originalOf(file, (id) => requireFundingFile(db, id));
    if (original.state !== 'processed' && original.state !== 'rejected') return { isDone: false };

    const report = new PieceWriter(db, cipher, { fileId, kind: 'report' });
    for await (const piece of readPieces(db, cipher, original.file_id, 'report')) await report.add(piece);
    await report.end();
    await db.transaction().execute((trx) => repeatFundingFile(trx, file, original));
    return { isDone: true };
  };
}

async function originalOf(
  { file_id, repeats_file_id }: FundingFileRow,
  find: (fileId: string) => Promise<FundingFileRow>,
): Promise<FundingFileRow> {
  if (repeats_file_id === null) throw new Error(`${file_id} repeats no other file`);
  return await find(repeats_file_id);
}
