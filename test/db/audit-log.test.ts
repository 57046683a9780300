import { sql } from 'kysely';
import { appendAudit, type AuditEnd } from '../../db/audit-log';
import { auditChains } from '../../db/books-audit';
import { updateLease } from '../../db/leases';
import { instant } from '../../domain/calendar-date';
import { messageId } from '../../domain/ids';
import { createWorld, WORLD } from '../support/books-world';
import { embeddedLedger, type LedgerDatabase } from '../support/ledger-database';

const LEASE = WORLD.funded;

describe('the audit log', () => {
  let books: LedgerDatabase;

  beforeAll(async () => {
    books = await embeddedLedger();
    await createWorld(books.db);
    await books.db.transaction().execute(async (trx) => {
      let end: AuditEnd = { audit_count: 0, audit_hash: null };
      for (const number of [1, 2, 3]) {
        end = await appendAudit(trx, LEASE, end, {
          at: instant(Date.UTC(2026, 10, 24) + number),
          actor: 'retailer:key_1',
          channel: 'api',
          request_id: `request-${number}`,
          message_id: messageId(`msg_${number}`),
          event: 'invoiceSubmitted',
          outcome: 'accepted',
          code: null,
          version: number,
        });
      }
      await updateLease(trx, LEASE, end);
    });
  });
  afterAll(() => books.close());

  /** What the check says after `damage`, done behind the guard's back and undone again. */
  async function findingsAfter(damage: string): Promise<string[]> {
    const undo = new Error('undo');
    let details: string[] = [];
    await books.db
      .transaction()
      .execute(async (trx) => {
        await sql.raw('ALTER TABLE audit_log DISABLE TRIGGER audit_append_only').execute(trx);
        await sql.raw(damage).execute(trx);
        details = (await auditChains(trx)).findings.map(({ detail }) => detail);
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
      });
    return details;
  }

  it('holds as it was written', async () => {
    expect(await auditChains(books.db)).toMatchObject({ checkedCount: 3, findings: [] });
  });

  it.each(['UPDATE audit_log SET actor = actor', 'DELETE FROM audit_log', 'TRUNCATE audit_log'])(
    'refuses "%s", whoever asks',
    async (statement) => {
      await expect(sql.raw(statement).execute(books.db)).rejects.toThrow('append-only');
    },
  );

  it('shows a line that was changed', async () => {
    expect(await findingsAfter(`UPDATE audit_log SET actor = 'nobody' WHERE number = 2`)).toEqual([
      'line 2 is not what was written',
    ]);
  });

  it('shows a line that was taken out of the middle', async () => {
    expect(await findingsAfter('DELETE FROM audit_log WHERE number = 2')).toEqual([
      'line 3 does not follow the line before it',
    ]);
  });

  it('shows lines cut off at the end', async () => {
    expect(await findingsAfter('DELETE FROM audit_log WHERE number = 3')).toEqual(['the end of its log is missing']);
  });

  it('shows a verdict nobody logged', async () => {
    const verdict = `INSERT INTO verdicts (message_id, lease_id, outcome, event, from_status, status, version, at)
      VALUES ('msg_9', '${LEASE}', 'refused', 'invoiceSubmitted', 'funded', 'funded', 3, now())`;
    expect(await findingsAfter(verdict)).toEqual(['verdict msg_9 has no line']);
  });
});
