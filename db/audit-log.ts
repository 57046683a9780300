import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { canonicalJson } from '../domain/agreement/canonical-json';
import type { LeaseId } from '../domain/ids';
import type { Trx } from './database';
import type { AuditLogTable } from './schema';

export type AuditRow = Selectable<AuditLogTable>;

/** Where a lease's chain ends; kept in its row, which is locked while the chain grows. */
export interface AuditEnd {
  audit_count: number;
  audit_hash: Buffer | null;
}

const BEGINNING = Buffer.alloc(32);

/**
 * Adds one line, bound by its hash to all lines before it.
 * @returns the new end of the chain, to be written into the lease's row in the same transaction
 */
export async function appendAudit(
  trx: Trx,
  leaseId: LeaseId,
  end: AuditEnd,
  line: Omit<AuditRow, 'lease_id' | 'number' | 'previous_hash' | 'hash'>,
): Promise<AuditEnd> {
  const previous_hash = end.audit_hash ?? BEGINNING;
  const row = { ...line, lease_id: leaseId, number: end.audit_count + 1, previous_hash };
  const hash = auditHash(row);
  await trx
    .insertInto('audit_log')
    .values({ ...row, hash })
    .execute();
  return { audit_count: row.number, audit_hash: hash };
}

/** The hash a line must carry: over every field of it and the hash before. */
export function auditHash({ previous_hash, ...line }: Omit<AuditRow, 'hash'>): Buffer {
  const text = canonicalJson({ ...line, previous_hash: previous_hash.toString('hex') });
  return createHash('sha256').update(text).digest();
}
