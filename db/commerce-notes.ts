import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/agreement/canonical-json';
import type { LeaseId } from '../domain/ids';
import type { Cipher } from './cipher';
import type { Db } from './database';
import type { CommerceNoteKind } from './schema-channels';

/** Keeps what was told of a lease, sealed; told again in the same words it is there already. */
export async function keepCommerceNote(
  db: Db,
  cipher: Cipher,
  note: { leaseId: LeaseId; kind: CommerceNoteKind; body: object; notedBy: string },
): Promise<void> {
  const { leaseId, kind, body, notedBy } = note;
  const content = canonicalJson(JSON.parse(JSON.stringify({ leaseId, kind, body })));
  const id = `cno_${createHash('sha256').update(content).digest('base64url').slice(0, 32)}`;
  await db
    .insertInto('commerce_notes')
    .values({
      note_id: id,
      lease_id: leaseId,
      kind,
      body: cipher.sealJson(body, { table: 'commerce_notes', column: 'body', id }),
      noted_by: notedBy,
    })
    .onConflict((conflict) => conflict.column('note_id').doNothing())
    .execute();
}
