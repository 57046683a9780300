import { sql } from 'kysely';
import { verdictAnswer } from '../../db/verdicts';
import type { LeaseId } from '../../domain/ids';
import type { ActivityWorld } from './activity-world';

/** Every row that belongs to a lease, but the application it began with and what only names its row. */
const TABLES = {
  leases: '*',
  timeline: 'sequence, type, at, actor, channel, data',
  invoices: '*',
  agreements: 'round, language, sha256',
  signing_links: 'round',
  signatures: 'round, message_id, signed_at',
  scheduled_payments: '*',
  funding_lines: '*',
  payments: '*',
  requests: 'message_id, operation_id',
  audit_log: 'number, at, actor, channel, event, outcome, code, version, message_id',
};

/**
 * All that a lease has left behind, in SQL and at the card processor, with the names that differ from lease to lease
 * taken out: two leases with the same story must have equal traces, however often a run of one of them was killed.
 */
export async function traceOf(world: ActivityWorld, leaseId: LeaseId): Promise<unknown> {
  const trace: Record<string, unknown> = { atPartners: world.partners.done(leaseId) };
  for (const [table, columns] of Object.entries(TABLES)) {
    trace[table] = await rows(world, sql`SELECT ${sql.raw(columns)} FROM ${sql.table(table)}`, leaseId);
  }
  const verdicts = await world.db.selectFrom('verdicts').selectAll().where('lease_id', '=', leaseId).execute();
  trace['verdicts'] = verdicts
    .map((row) => ({ ...row, answer: verdictAnswer(world.cipher, row) }))
    .sort((one, other) => one.message_id.localeCompare(other.message_id));
  trace['entries'] = await rows(
    world,
    sql`SELECT business_key, kind, occurred_at, account, debit_cents, credit_cents
          FROM journal_entries JOIN (SELECT entry_id, account, debit_cents, credit_cents FROM postings) line USING (entry_id)`,
    leaseId,
  );
  return JSON.parse(withoutNames(JSON.stringify(trace), leaseId));
}

async function rows(world: ActivityWorld, select: ReturnType<typeof sql>, leaseId: LeaseId): Promise<unknown[]> {
  const { rows: found } = await sql`${select} WHERE lease_id = ${leaseId}`.execute(world.db);
  return found.map((row) => JSON.stringify(row)).sort();
}

function withoutNames(text: string, leaseId: LeaseId): string {
  return text
    .replaceAll(leaseId, 'LEASE')
    .replaceAll(/PAY-LEASE-[0-9a-f]{8}/g, 'PAY-LEASE-HASH')
    .replaceAll(/"authorizationCode":"\w+"/g, '"authorizationCode":"CODE"')
    .replaceAll(/[0-9a-f]{64}/g, 'HASH')
    .replaceAll(/\{\\"type\\":\\"Buffer\\",\\"data\\":\[[\d,]*\]\}/g, 'BYTES')
    .replaceAll(/\/sign\/[\w-]{43}/g, '/sign/TOKEN');
}
