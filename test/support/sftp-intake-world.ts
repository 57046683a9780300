import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Db } from '../../db/database';
import type { SftpPartner } from '../../db/sftp-partners';
import { type Envelopes, NO_ENVELOPES } from '../../sftp/envelopes';
import { type Area, PartnerFolder } from '../../sftp/partner-folder';
import { PartnerIntake } from '../../sftp/partner-intake';
import type { IntakeParts } from '../../sftp/take-in';
import type { Folder } from '../../sftp/virtual-path';
import { FundingFileWorld, MERCHANT } from './funding-file-world';
import { Killer } from './kill-point';
import { embeddedLedger } from './ledger-database';

/** One partner's folders over a real database, with nobody but the test in between. */
export class SftpIntakeWorld {
  readonly started: string[] = [];
  readonly lines: string[] = [];
  channel: IntakeParts['channel'] = 'sftp';
  envelopes: Envelopes = NO_ENVELOPES;
  partner: SftpPartner = { username: 'bestsofa', merchantId: MERCHANT, publicKeys: [], pgpPublicKey: null };

  private constructor(
    readonly files: FundingFileWorld,
    private readonly dir: string,
    readonly folder: PartnerFolder,
  ) {}

  static async open(): Promise<SftpIntakeWorld> {
    const dir = mkdtempSync(join(tmpdir(), 'ownward-intake-'));
    const files = await FundingFileWorld.open(await embeddedLedger());
    return new SftpIntakeWorld(files, dir, await PartnerFolder.open(dir));
  }

  async close(): Promise<void> {
    await this.files.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  put(name: string, content: string | Buffer, folder: Folder = 'in'): string {
    writeFileSync(join(this.dir, folder, name), content);
    return name;
  }

  in = (area: Area): string[] => readdirSync(join(this.dir, area)).sort();

  text = (folder: Folder, name: string): string => readFileSync(join(this.dir, folder, name), 'utf8');

  bytes = async (folder: Folder, name: string): Promise<Buffer> => await readFile(join(this.dir, folder, name));

  path = (area: Area, name = ''): string => join(this.dir, area, name);

  parts(db: Db = this.files.db, killer = new Killer()): IntakeParts {
    const logger = pino({ level: 'error' }, { write: (line) => void this.lines.push(line) });
    const start = (fileId: string) => killer.call(async () => void this.started.push(fileId));
    return { db, cipher: this.files.world.cipher, logger, channel: this.channel, envelopes: this.envelopes, start };
  }

  /** A new process looks round once; files rest for no time unless told so. */
  async round(settleMs = 0): Promise<void> {
    await new PartnerIntake(this.parts(), { partner: this.partner, folder: this.folder }, settleMs).round();
  }

  /** The same, until the killer strikes: at a step of the database, of the disk, or of Temporal. */
  async roundOf(killer: Killer): Promise<void> {
    await this.files.asProcess(killer, async (db) => {
      const desk = { partner: this.partner, folder: mortal(this.folder, killer) };
      await new PartnerIntake(this.parts(db, killer), desk, 0).round();
    });
  }

  /** What the file's Workflow would do. */
  async process(name: string): Promise<void> {
    const { fileId } = await this.row(name);
    await this.files.stage(fileId);
    await this.files.judge({ fileId, fromRow: 1, toRow: 1_000 });
    await this.files.report(fileId);
  }

  async row(name: string): Promise<{ fileId: string; state: string; code: string | null; channel: string }> {
    const row = await this.files.db
      .selectFrom('funding_files')
      .select(['file_id as fileId', 'state', 'file_code as code', 'channel'])
      .where('name', '=', name)
      .orderBy('received_at', 'desc')
      .orderBy('kept_at', 'desc')
      .executeTakeFirstOrThrow();
    return row;
  }

  /** Everything that a partner can see, and what it must not: a trace to compare two runs by. */
  trace(of: string): Record<string, string[]> {
    const areas: Area[] = ['in', 'out', 'failed', 'processed', '.taking', '.arriving'];
    const mine = (area: Area): string[] => this.in(area).filter((name) => name.includes(of));
    return Object.fromEntries(areas.map((area) => [area, area === '.arriving' ? this.in(area) : mine(area)]));
  }
}

/** A folder that a process which may die works on: each change of the disk is a step. */
function mortal(folder: PartnerFolder, killer: Killer): PartnerFolder {
  const steps = new Set<string | symbol>(['move', 'moveOver', 'put', 'remove']);
  return new Proxy(folder, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== 'function') return found;
      const call = (...given: unknown[]): Promise<unknown> => Reflect.apply(found, target, given) as Promise<unknown>;
      return steps.has(name) ? (...given: unknown[]) => killer.call(() => call(...given)) : call;
    },
  });
}
