import { sql } from 'kysely';
import type { LeaseId } from '../../domain/ids';
import { fundingFileWorkflowId } from '../../workflows/funding-file/messages';
import { eventually } from '../local/eventually';
import type { Answer } from './e2e-client';
import { todayIn } from './e2e-dates';
import { expectStatus } from './e2e-leases';
import { assertEnding, type Lives } from './fault-lives';
import type { FaultSystem } from './fault-system';

/** As many rows as the engine judges in one piece; what comes after them is another batch. */
const BATCH_ROWS = 500;
const LEASES_AT_ONCE = 4;

export interface FaultFile {
  name: string;
  text: string;
  /** that only this file names, and that is to fund */
  lease: LeaseId;
}

export interface ReceivedFile {
  fileId: string;
  file: FaultFile;
}

/** A retailer that sends funding files, whatever fails on the way. Each is told to two leases: one funds, one refuses. */
export class FileSender {
  private count = 0;
  private readonly accepted: LeaseId[] = [];

  private constructor(
    private readonly system: FaultSystem,
    private readonly unsigned: LeaseId,
  ) {}

  /** With leases for so many files, made before the faults begin. */
  static async for(system: FaultSystem, lives: Lives, fileCount: number): Promise<FileSender> {
    const unsigned = await lives.approved();
    await lives.invoice(unsigned);
    const sender = new FileSender(system, unsigned);
    while (sender.accepted.length < fileCount) {
      const some = Array.from({ length: LEASES_AT_ONCE }, () => lives.accepted());
      sender.accepted.push(...(await Promise.all(some)));
    }
    return sender;
  }

  /** Three rows. */
  file(): FaultFile {
    const lease = this.nextLease();
    return { lease, name: this.nextName(), text: fileOf(fileRow(lease), fileRow(this.unsigned), fileRow('12345')) };
  }

  /** A lease to be told in each batch, and the first one named again in the second. */
  fileOfTwoBatches(): FaultFile {
    const lease = this.nextLease();
    const unknown = Array.from({ length: BATCH_ROWS - 1 }, (_, index) => fileRow(String(1_900_000_000 + index)));
    const second = [fileRow(this.unsigned), fileRow(lease), fileRow('12345')];
    return { lease, name: this.nextName(), text: fileOf(fileRow(lease), ...unknown, ...second) };
  }

  /** Over HTTPS, until somebody says that it has arrived. */
  async send({ name, text }: FaultFile): Promise<Answer> {
    return await eventually(async () => {
      const answer = await this.system.sandbox.bestsofa
        .send('POST', `/v1/funding-files?fileName=${name}`, {
          ...{ raw: text, idempotencyKey: null, headers: { 'content-type': 'text/csv' } },
        })
        .catch(() => undefined);
      return answer && answer.status < 500 ? expectStatus(answer, 201) : undefined;
    });
  }

  /** Once it has an end. */
  async report({ fileId, file }: ReceivedFile): Promise<string> {
    const asked = { headers: { accept: 'text/csv' } };
    const report = await eventually(async () => {
      const answer = await this.system.sandbox.bestsofa
        .send('GET', `/v1/funding-files/${fileId}`, asked)
        .catch(() => undefined);
      return answer?.status === 200 ? answer.text : undefined;
    });
    return comparable(report, file);
  }

  /** It ended by itself with a code for each row; its lease funded once, the other refused once, its retailer is told once. */
  async assertActedOnOnce({ fileId, file: { name, lease } }: ReceivedFile): Promise<void> {
    const { db, temporal } = this.system;
    const handle = temporal.workflow.getHandle(fundingFileWorkflowId(fileId));
    await eventually(async () => ((await handle.describe()).status.name === 'RUNNING' ? undefined : true));
    const { status } = await handle.describe();
    await assertEnding(db, lease, 'delivered');
    const { rows } = await sql`
      SELECT (SELECT count(*) FROM events WHERE type = 'file.processed' AND data->>'name' = ${name}) AS notices,
             (SELECT count(*) FROM funding_files WHERE name = ${name} AND state <> 'receiving') AS files,
             (SELECT count(*) FROM funding_file_rows WHERE file_id = ${fileId} AND code IS NULL) AS codeless,
             (SELECT count(*) FROM timeline WHERE lease_id = ${this.unsigned} AND type = 'command.refused'
                 AND channel = 'file' AND actor = ${`file:${name}`}) AS refusals`.execute(db);
    const once = { notices: 1, files: 1, codeless: 0, refusals: 1 };
    expect({ name, status: status.name, ...Object(rows[0]) }).toEqual({ name, status: 'COMPLETED', ...once });
  }

  private nextLease(): LeaseId {
    const lease = this.accepted.pop();
    if (!lease) throw new Error('no lease is left');
    return lease;
  }

  private nextName = (): string => fileName((this.count += 1));
}

const HEADER = 'store_name,lease_id,customer_name,invoice_amount,delivery_date';

/** A row that is right for any lease of these tests that is OK to deliver. */
export const fileRow = (leaseId: string): string =>
  ['BestSofa Dallas', leaseId, '"Ruiz, Ana"', '1000.00', todayIn('America/Chicago')].join(',');

export const fileOf = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\r\n');

export const fileName = (number: number): string =>
  `FUND_mer_bestsofa_${todayIn('America/Chicago').replaceAll('-', '')}_${number}.csv`;

/** A report as it is for any other file of the same rows. */
export const comparable = (report: string, { lease }: FaultFile): string => report.replaceAll(lease, '<lease>');
