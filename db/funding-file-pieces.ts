import { type Cipher, rowId } from './cipher';
import type { Db, Trx } from './database';

/** What is kept of a file: the bytes as received, and the report. */
export type PieceKind = 'content' | 'report';

/** Large enough to be few, small enough to be held in memory; sealed and written one by one. */
const PIECE_BYTES = 262_144;

interface PieceKey {
  fileId: string;
  kind: PieceKind;
  position: number;
}

const sealedRow = ({ fileId, kind, position }: PieceKey) => ({
  table: 'funding_file_chunks',
  column: 'content',
  id: rowId(fileId, kind, position),
});

/** Keeps bytes as they come, sealed piece by piece. */
export class PieceWriter {
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private position = 0;

  constructor(
    private readonly db: Db | Trx,
    private readonly cipher: Cipher,
    private readonly file: { fileId: string; kind: PieceKind },
  ) {}

  async add(bytes: Buffer): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      const part = bytes.subarray(from, from + PIECE_BYTES - this.waitingBytes);
      from += part.length;
      this.waiting.push(part);
      this.waitingBytes += part.length;
      if (this.waitingBytes === PIECE_BYTES) await this.end();
    }
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    if (this.waitingBytes === 0) return;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    await putPiece(this.db, this.cipher, { ...this.file, position: this.position }, bytes);
    this.position += 1;
  }
}

/** A piece that is there already is replaced. */
async function putPiece(db: Db | Trx, cipher: Cipher, key: PieceKey, bytes: Buffer): Promise<void> {
  const { fileId: file_id, kind, position } = key;
  // One character a byte: what is sealed is a text, and base64 would make it a third longer.
  const content = cipher.seal(bytes.toString('latin1'), sealedRow(key));
  await db
    .insertInto('funding_file_chunks')
    .values({ file_id, kind, position, content })
    .onConflict((conflict) => conflict.columns(['file_id', 'kind', 'position']).doUpdateSet({ content }))
    .execute();
}

/** The bytes in order, one piece in memory at a time. @throws CipherError for one that was altered */
export async function* readPieces(
  db: Db | Trx,
  cipher: Cipher,
  fileId: string,
  kind: PieceKind,
): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const row = await db
      .selectFrom('funding_file_chunks')
      .select('content')
      .where('file_id', '=', fileId)
      .where('kind', '=', kind)
      .where('position', '=', position)
      .executeTakeFirst();
    if (!row) return;
    yield Buffer.from(cipher.open(row.content, sealedRow({ fileId, kind, position })), 'latin1');
  }
}

/** Takes away what is kept of one kind. */
export async function dropPieces(db: Db | Trx, fileId: string, kind: PieceKind): Promise<void> {
  await db.deleteFrom('funding_file_chunks').where('file_id', '=', fileId).where('kind', '=', kind).execute();
}
