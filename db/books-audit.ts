import { sql } from 'kysely';
import { auditHash, type AuditRow } from './audit-log';
import type { BookFinding, LawReport } from './books-law';
import type { Db, Trx } from './database';

const BATCH_COUNT = 1_000;
const FINDINGS_MAX = 100;

/**
 * Walks the audit log of every lease from its first line: each hash must follow from its line and the line before, the
 * last one must be the lease's, and every verdict must have its line.
 */
export async function auditChains(db: Db | Trx): Promise<LawReport> {
  const report: LawReport = { law: 'AUDIT', counted: 'lines of the audit log', checkedCount: 0, findings: [] };
  let before: AuditRow | undefined;
  for (let batch = await linesAfter(db, undefined); batch.length > 0; batch = await linesAfter(db, before)) {
    for (const line of batch) {
      report.findings.push(...faultsOf(line, before));
      before = line;
    }
    report.checkedCount += batch.length;
    if (report.findings.length > FINDINGS_MAX) return report;
  }
  report.findings.push(...(await cutChains(db)), ...(await verdictsWithoutLine(db)));
  return report;
}

async function linesAfter(db: Db | Trx, last: AuditRow | undefined): Promise<AuditRow[]> {
  let query = db.selectFrom('audit_log').selectAll();
  if (last) query = query.where(sql<boolean>`(lease_id, number) > (${last.lease_id}, ${last.number})`);
  return await query.orderBy('lease_id').orderBy('number').limit(BATCH_COUNT).execute();
}

function faultsOf(line: AuditRow, before: AuditRow | undefined): BookFinding[] {
  const { hash, ...content } = line;
  const isFirst = before?.lease_id !== line.lease_id;
  const follows = isFirst
    ? line.number === 1
    : before.hash.equals(line.previous_hash) && line.number === before.number + 1;
  const subject = `lease ${line.lease_id}`;
  if (!follows) return [{ law: 'AUDIT', subject, detail: `line ${line.number} does not follow the line before it` }];
  if (hash.equals(auditHash(content))) return [];
  return [{ law: 'AUDIT', subject, detail: `line ${line.number} is not what was written` }];
}

async function cutChains(db: Db | Trx): Promise<BookFinding[]> {
  const rows = await db
    .selectFrom('leases')
    .leftJoin('audit_log', (join) =>
      join.onRef('audit_log.lease_id', '=', 'leases.lease_id').onRef('audit_log.number', '=', 'leases.audit_count'),
    )
    .select('leases.lease_id')
    .where('leases.audit_count', '>', 0)
    .where(sql<boolean>`audit_log.hash IS DISTINCT FROM leases.audit_hash`)
    .limit(FINDINGS_MAX)
    .execute();
  return rows.map(({ lease_id }) => ({
    law: 'AUDIT',
    subject: `lease ${lease_id}`,
    detail: 'the end of its log is missing',
  }));
}

async function verdictsWithoutLine(db: Db | Trx): Promise<BookFinding[]> {
  const rows = await db
    .selectFrom('verdicts')
    .leftJoin('audit_log', 'audit_log.message_id', 'verdicts.message_id')
    .select(['verdicts.message_id', 'verdicts.lease_id'])
    .where('audit_log.number', 'is', null)
    .limit(FINDINGS_MAX)
    .execute();
  return rows.map(({ lease_id, message_id }) => ({
    law: 'AUDIT',
    subject: `lease ${lease_id}`,
    detail: `verdict ${message_id} has no line`,
  }));
}
