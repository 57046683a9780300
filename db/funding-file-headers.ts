import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import { changeFundingFile } from './funding-files';

/** Sealed, because a file without a header has its first customer there. */
const sealedRow = (fileId: string) => ({ table: 'funding_files', column: 'header', id: fileId });

/** Every row is kept: from here on they are acted on, whatever happens. */
export async function keepHeader(
  trx: Trx,
  cipher: Cipher,
  fileId: string,
  { columns, rowCount }: { columns: readonly string[]; rowCount: number },
): Promise<void> {
  const header = cipher.sealJson(columns, sealedRow(fileId));
  await changeFundingFile(trx, fileId, { state: 'processing', row_count: rowCount, header });
}

/** The columns as received. @throws Error when the file was not read to its end yet */
export async function readColumns(db: Db | Trx, cipher: Cipher, fileId: string): Promise<string[]> {
  const { header } = await db
    .selectFrom('funding_files')
    .select('header')
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow();
  if (!header) throw new Error(`${fileId} was not read to its end`);
  return cipher.openJson(header, sealedRow(fileId)) as string[];
}
