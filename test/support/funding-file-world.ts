import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { judgeFundingRows, type RowsToJudge } from '../../activities/funding-file/judge-rows';
import { receiveFundingFile, type ReceivedFile } from '../../activities/funding-file/receive';
import { repeatFundingReport } from '../../activities/funding-file/repeat-report';
import { openReport } from '../../activities/funding-file/reports';
import { stageFundingFile } from '../../activities/funding-file/stage';
import { writeFundingReport } from '../../activities/funding-file/write-report';
import type { LeaseSignals } from '../../activities/ports';
import { type Db, openDatabase } from '../../db/database';
import { readRows } from '../../db/funding-file-rows';
import { instant } from '../../domain/calendar-date';
import { type LeaseId, type MessageId, merchantId } from '../../domain/ids';
import { ActivityWorld, type WorldLease } from './activity-world';
import type { Killer } from './kill-point';
import { killingProxy } from './killing-proxy';
import type { LedgerDatabase } from './ledger-database';

/** A lease that fails is what these tests are about. */
const SILENT = new DefaultLogger('ERROR', () => undefined);

export const FILE_HEADER = 'store_name,lease_id,customer_name,invoice_amount,delivery_date';
export const MERCHANT = merchantId('mer_bestsofa');
export const RECEIVED_AT = instant(Date.parse('2026-11-24T21:00:00Z'));

interface Receiving {
  name?: string;
  channel?: 'sftp' | 'api';
  sha256?: string;
  db?: Db;
}

/** Leases that hear what a file tells them, as their Workflows do: each message once, and into SQL. */
class HearingLeases implements LeaseSignals {
  /** told, in order, repeats too */
  readonly told: { leaseId: LeaseId; messageId: MessageId }[] = [];
  /** telling them fails */
  readonly broken = new Set<LeaseId>();
  /** they hear, and do not answer yet */
  readonly silent = new Set<LeaseId>();
  private readonly known = new Map<LeaseId, WorldLease>();
  private readonly heard = new Set<MessageId>();

  know(lease: WorldLease): WorldLease {
    this.known.set(lease.leaseId, lease);
    return lease;
  }

  async tell(...[leaseId, by, report]: Parameters<LeaseSignals['tell']>): Promise<boolean> {
    if (this.broken.has(leaseId)) throw new Error('nobody hears');
    this.told.push({ leaseId, messageId: by.messageId });
    if (this.silent.has(leaseId) || this.heard.has(by.messageId)) return true;
    const lease = this.known.get(leaseId);
    if (!lease) return false;
    this.heard.add(by.messageId);
    lease.diary.hear(report, by);
    await lease.record();
    return true;
  }
}

/** Funding files of BestSofa, from their bytes to their report, without Temporal. */
export class FundingFileWorld {
  readonly leases = new HearingLeases();
  private fileCount = 0;

  private constructor(
    readonly world: ActivityWorld,
    private readonly url: string,
  ) {}

  static async open(database: LedgerDatabase): Promise<FundingFileWorld> {
    return new FundingFileWorld(await ActivityWorld.open(database), database.url);
  }

  get db(): Db {
    return this.world.db;
  }

  close = (): Promise<void> => this.world.close();

  async acceptedLease(): Promise<WorldLease> {
    return this.leases.know(await (await this.world.applied()).accepted());
  }

  newName = (): string => `FUND_mer_bestsofa_20261124_${(this.fileCount += 1)}.csv`;

  /** A row that is right for any lease of this world, but for what is said. */
  row(
    { leaseId }: { leaseId: string },
    more: { customer?: string; amount?: string; on?: string; store?: string } = {},
  ) {
    const {
      store = 'BestSofa Dallas',
      customer = '"Vogelsang, Canaria"',
      amount = '1000.00',
      on = '2026-11-24',
    } = more;
    return [store, leaseId, customer, amount, on].join(',');
  }

  async receive(content: string | Buffer, more: Receiving = {}): Promise<ReceivedFile> {
    return await this.receiveFrom(inPieces(content), more);
  }

  async receiveFrom(bytes: AsyncIterable<Buffer>, { db = this.db, ...more }: Receiving = {}): Promise<ReceivedFile> {
    const file = { merchantId: MERCHANT, name: this.newName(), channel: 'sftp', receivedBy: 'sftp:bestsofa' } as const;
    const deps = { db, cipher: this.world.cipher };
    return await receiveFundingFile(deps, { ...file, receivedAt: RECEIVED_AT, ...more, bytes });
  }

  async stage(fileId: string, db = this.db): ReturnType<ReturnType<typeof stageFundingFile>> {
    return await stageFundingFile({ db, cipher: this.world.cipher })({ fileId });
  }

  /** Without patience: what is not there is not there. */
  async judge(rows: RowsToJudge, db = this.db): Promise<number> {
    const deps = { db, cipher: this.world.cipher, leases: this.leases };
    const judge = judgeFundingRows(deps, 0);
    return await new MockActivityEnvironment({}, { logger: SILENT }).run(async () => (await judge(rows)).openCount);
  }

  async report(fileId: string, db = this.db): Promise<string> {
    await writeFundingReport({ db, cipher: this.world.cipher })({ fileId });
    return await this.reportText(fileId);
  }

  async repeat(fileId: string): Promise<boolean> {
    return (await repeatFundingReport({ db: this.db, cipher: this.world.cipher })({ fileId })).isDone;
  }

  async reportText(fileId: string): Promise<string> {
    const pieces: Buffer[] = [];
    for await (const piece of openReport({ db: this.db, cipher: this.world.cipher }, fileId)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  }

  /** Everything, as the Workflow does it. @returns the codes of the rows */
  async process(content: string, name?: string): Promise<{ fileId: string; codes: (string | null)[]; report: string }> {
    const { fileId } = await this.receive(content, name === undefined ? {} : { name });
    await this.stage(fileId);
    await this.judge({ fileId, fromRow: 1, toRow: 1_000 });
    return { fileId, codes: await this.codes(fileId), report: await this.report(fileId) };
  }

  async codes(fileId: string): Promise<(string | null)[]> {
    const rows = await readRows(this.db, this.world.cipher, fileId, { after: 0, limit: 1_000 });
    return rows.map(({ result }) => result && result.code);
  }

  /** Work on a connection of its own, which the killer ends. */
  async asProcess<Answer>(killer: Killer, work: (db: Db) => Promise<Answer>): Promise<Answer> {
    const proxy = await killingProxy(this.url, killer);
    const db = openDatabase(proxy.url, { maxConnectionCount: 1 });
    try {
      return await work(db);
    } finally {
      await db.destroy();
      await proxy.close();
    }
  }
}

export const fileOf = (...rows: readonly string[]): string => [FILE_HEADER, ...rows, ''].join('\r\n');

async function* inPieces(content: string | Buffer): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content);
  for (let from = 0; from < bytes.length; from += 70_000) yield bytes.subarray(from, from + 70_000);
}
