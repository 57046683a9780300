import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { rowId, type Cipher } from '../../db/cipher';
import type { SealedColumn } from '../../db/sealed-columns';

export type NoteKey = readonly [leaseId: string, round: number];

/** A table with one sealed column and a key of two types, for tests of what must hold for every such table. */
export interface SealedNotes {
  sealed: SealedColumn;
  write(key: NoteKey, text: string, cipher: Cipher): Promise<void>;
  writeBytes(key: NoteKey, bytes: Buffer | null): Promise<void>;
  bytes(key: NoteKey): Promise<Buffer | null>;
  /** All texts in key order. */
  read(cipher: Cipher): Promise<string[]>;
  drop(): Promise<void>;
}

interface NoteRow {
  /** Text or number, by how the process reads int8. */
  lease_id: string | number;
  round: number;
  body: Buffer | null;
}

/** `"Note"` in the name makes forgotten quoting fail. The name is new each time: one database may serve many tests. */
export async function createSealedNotes(pool: Pool): Promise<SealedNotes> {
  const table = `Note ${randomUUID().slice(0, 8)}`;
  await pool.query(
    `create table "${table}" (lease_id bigint, round int, body bytea, kept text default 'kept', primary key (lease_id, round))`,
  );
  const sealed: SealedColumn = { table, column: 'body', idColumns: ['lease_id', 'round'] };
  const place = (key: NoteKey) => ({ table, column: 'body', id: rowId(...key) });
  const rows = async () => (await pool.query<NoteRow>(`select * from "${table}" order by lease_id, round`)).rows;

  const writeBytes = async (key: NoteKey, bytes: Buffer | null): Promise<void> => {
    await pool.query(
      `insert into "${table}" (lease_id, round, body) values ($1, $2, $3)
         on conflict (lease_id, round) do update set body = excluded.body`,
      [...key, bytes],
    );
  };
  return {
    sealed,
    writeBytes,
    write: (key, text, cipher) => writeBytes(key, cipher.seal(text, place(key))),
    bytes: async ([leaseId, round]) =>
      (await rows()).find((row) => String(row.lease_id) === leaseId && row.round === round)?.body ?? null,
    read: async (cipher) =>
      (await rows()).flatMap(({ lease_id, round, body }) =>
        body ? [cipher.open(body, place([String(lease_id), round]))] : [],
      ),
    drop: async () => void (await pool.query(`drop table "${table}"`)),
  };
}
