import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { sql } from 'kysely';
import { openDatabase } from '../../db/database';
import { leaseId } from '../../domain/ids';
import { leaseWorkflowId } from '../../workflows/lease/messages';

/** Anything that may hold what it must not, by name. */
export type Corpus = [name: string, bytes: Buffer][];

/** Every way in which a text may lie hidden in bytes. Base64 in its three alignments, without the cut characters. */
export function disguises(text: string): [disguise: string, bytes: Buffer][] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const base64 = [0, 1, 2].flatMap((shift): [string, Buffer][] => {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    const whole = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + utf8.length) * 8) / 6));
    const url = whole.replaceAll('+', '-').replaceAll('/', '_');
    return [
      [`base64 at ${shift}`, Buffer.from(whole)],
      [`base64url at ${shift}`, Buffer.from(url)],
    ];
  });
  return [
    ['plain', utf8],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['HEX', Buffer.from(utf8.toString('hex').toUpperCase())],
    ['URL-encoded', Buffer.from(encodeURIComponent(text))],
    ['form-encoded', Buffer.from(new URLSearchParams({ x: text }).toString().slice(2))],
    ['JSON-escaped', Buffer.from(JSON.stringify(text).slice(1, -1))],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ...base64,
  ];
}

/** Where a text was found: `corpus: disguise`. */
export function findings(corpus: Corpus, text: string): string[] {
  const hidden = disguises(text);
  return corpus.flatMap(([name, bytes]) =>
    hidden.filter(([, needle]) => bytes.includes(needle)).map(([disguise]) => `${name}: ${disguise}`),
  );
}

/** Every file below a folder, byte for byte. */
export function filesBelow(folder: string): Corpus {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path), readFileSync(path)]);
}

/** Every row of every table as text: compressed pages hide in files what SQL shows. */
export async function databaseDump(databaseUrl: string): Promise<Corpus> {
  const db = openDatabase(databaseUrl, { maxConnectionCount: 1 });
  try {
    const tables = await sql<{ name: string }>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`.execute(db);
    const dump: Corpus = [];
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ line: string }>`SELECT t::text AS line FROM ${sql.raw(name)} AS t`.execute(db);
      dump.push([`table ${name}`, Buffer.from(rows.map(({ line }) => line).join('\n'))]);
    }
    return dump;
  } finally {
    await db.destroy();
  }
}

/** Each lease's whole history and description, as a client of Temporal gets them. */
export async function histories(address: string, namespace: string, leaseIds: readonly string[]): Promise<Corpus> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  try {
    const read = leaseIds.map(async (id): Promise<Corpus> => {
      const handle = client.workflow.getHandle(leaseWorkflowId(leaseId(id)));
      const [history, description] = [await handle.fetchHistory(), await handle.describe()];
      return [
        [`history of ${id}`, Buffer.from(historyToJSON(history))],
        [`description of ${id}`, Buffer.from(JSON.stringify(description.raw))],
      ];
    });
    return (await Promise.all(read)).flat();
  } finally {
    await connection.close();
  }
}
