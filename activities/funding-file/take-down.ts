import { createHash } from 'node:crypto';
import { PieceWriter } from '../../db/funding-file-pieces';
import { MAX_FILE_BYTES } from '../../domain/funding-file/file-fault';
import type { ActivityDeps } from '../deps';

/** What the bytes of a file alone tell. */
export interface TakenDown {
  /** hexadecimal; of a file that is too large, of the bytes up to the limit */
  sha256: string;
  byteCount: number;
  isTooLarge: boolean;
}

/** Keeps the bytes as they come. Of a file that is too large no more is read than it takes to know it (F4). */
export async function takeDown(
  { db, cipher }: Pick<ActivityDeps, 'db' | 'cipher'>,
  fileId: string,
  bytes: AsyncIterable<Buffer>,
  bytesMax = MAX_FILE_BYTES,
): Promise<TakenDown> {
  const pieces = new PieceWriter(db, cipher, { fileId, kind: 'content' });
  const hash = createHash('sha256');
  let byteCount = 0;
  for await (const part of bytes) {
    const rest = part.subarray(0, bytesMax + 1 - byteCount);
    byteCount += rest.length;
    hash.update(rest);
    if (byteCount > bytesMax) break;
    await pieces.add(rest);
  }
  await pieces.end();
  return { sha256: hash.digest('hex'), byteCount, isTooLarge: byteCount > bytesMax };
}
