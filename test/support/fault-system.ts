import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { loadLocalSettings } from '../../config/local-settings';
import { connectClient } from '../../config/temporal-client';
import type { ReadWorkflow } from '../../db/books';
import { type Db, openDatabase } from '../../db/database';
import type { LeaseId } from '../../domain/ids';
import { bringUp } from '../../local/bring-up';
import { ChildRecords } from '../../local/child-records';
import { takeDataFolder } from '../../local/data-folder';
import type { ChildPlan } from '../../local/supervised-child';
import { usualPolicy } from '../../local/supervised-child';
import { Supervisor } from '../../local/supervisor';
import { leaseQuery, type LeaseSummary, leaseWorkflowId } from '../../workflows/lease/messages';
import { freePort } from '../local/database-process';
import { eventually, untilGone } from '../local/eventually';
import { temporaryFolder } from '../local/temporary-folder';
import { assertBooks } from './assert-books';
import { type Sandbox, sandboxAt } from './e2e-client';
import { SilentProxy } from './silent-proxy';
import { type Ambush, StatementTrap } from './statement-trap';

export type Store = 'temporal' | 'database';
const OURS = ['worker', 'api', 'sftp'] as const;
export type Part = (typeof OURS)[number] | Store;

/** `npm start`'s own parts, brought back as fast as they can be: what a test waits for is not the supervisor's patience. */
const POLICY = { ...usualPolicy, firstDelayMs: 50, settledAfterMs: 0 };

/**
 * Waits in front of a program for as long as a file is there: so a part stays away although its supervisor wants it back.
 * It does not outlive a test process that was killed.
 */
const GATE = 'while [ -e "$0" ]; do kill -0 "$PPID" || exit 1; sleep 0.05; done; exec "$@"';

/** A query reaches a lease only through a worker, which may be the one that was just killed. */
const QUERY_LIMIT_MS = 2_000;

class GatedSupervisor extends Supervisor {
  constructor(
    private readonly dataDir: string,
    /** how our own processes reach what they stand on */
    private readonly places: Readonly<Record<string, string>>,
    lines: string[],
  ) {
    super({
      write: (line) => lines.push(line),
      records: new ChildRecords(join(dataDir, 'children.json')),
      policy: POLICY,
    });
  }

  override async start(plan: ChildPlan): Promise<void> {
    const args = ['-c', GATE, holdFile(this.dataDir, plan.name), plan.command, ...plan.args];
    const isOurs = OURS.some((name) => name === plan.name);
    await super.start({ ...plan, command: 'sh', args, env: isOurs ? { ...plan.env, ...this.places } : plan.env });
  }
}

const holdFile = (dataDir: string, part: string): string => join(dataDir, `hold-${part}`);

/** One whole Ownward whose parts a test can kill, keep away, and freeze; Temporal and the database are the real ones. */
export class FaultSystem {
  readonly lines: string[] = [];
  private supervisor: GatedSupervisor | undefined;
  private release = (): void => undefined;
  private readonly wires: Partial<Record<Store, SilentProxy>> = {};
  private trap: StatementTrap | undefined;
  private parts: { sandbox: Sandbox; db: Db; temporal: Client } | undefined;

  private constructor(readonly dataDir: string) {}

  static async start(): Promise<FaultSystem> {
    const system = new FaultSystem(join(temporaryFolder(), 'data'));
    await system.bringUp().catch(async (error: unknown) => {
      await system.stop();
      throw new Error(['The system did not start:', ...system.lines].join('\n'), { cause: error });
    });
    return system;
  }

  get sandbox(): Sandbox {
    return this.started().sandbox;
  }

  get db(): Db {
    return this.started().db;
  }

  get temporal(): Client {
    return this.started().temporal;
  }

  /** kill -9, and resolves when it is gone; its supervisor brings it back. */
  async kill(part: Part): Promise<void> {
    const pids = this.pidsOf(part);
    for (const pid of pids) this.signal(pid, 'SIGKILL');
    await Promise.all(pids.map(untilGone));
  }

  /**
   * kill -9 at a statement of its own, the first such one from now on; its supervisor brings it back.
   * @returns `struck`, which resolves when it is gone: whatever leads to the statement is still to be begun
   */
  killAt(part: (typeof OURS)[number], ambush: Ambush): { struck: Promise<void> } {
    const { trap } = this;
    if (!trap) throw new Error('the system is not up');
    const struck = new Promise<void>((resolve, reject) => {
      trap.arm(ambush, () => void this.kill(part).then(resolve, reject));
    });
    return { struck };
  }

  /** kill -9, and it stays away until {@link letBack}. */
  async takeAway(part: Part): Promise<void> {
    writeFileSync(holdFile(this.dataDir, part), '');
    await this.kill(part);
  }

  letBack(part: Part): void {
    rmSync(holdFile(this.dataDir, part), { force: true });
  }

  /** Its connections stay open and new ones are taken by the kernel, but nothing is answered: half-open, to others. */
  freeze(part: Part): void {
    for (const pid of this.pidsOf(part)) this.signal(pid, 'SIGSTOP');
  }

  thaw(part: Part): void {
    for (const pid of this.pidsOf(part)) this.signal(pid, 'SIGCONT');
  }

  /** The line over which our own processes reach a store. */
  wire(store: Store): SilentProxy {
    const wire = this.wires[store];
    if (!wire) throw new Error('the system is not up');
    return wire;
  }

  async untilReady(): Promise<void> {
    await eventually(async () => {
      const answer = await this.sandbox.nobody.get('/readyz').catch(() => undefined);
      return answer?.status === 200 ? true : undefined;
    });
  }

  /** What a lease's Workflow says; undefined when it has ended for good. */
  async summary(leaseId: LeaseId): Promise<LeaseSummary | undefined> {
    const handle = this.temporal.workflow.getHandle(leaseWorkflowId(leaseId));
    return await eventually(async () => {
      try {
        return { found: await this.temporal.withDeadline(Date.now() + QUERY_LIMIT_MS, () => handle.query(leaseQuery)) };
      } catch (error) {
        return error instanceof WorkflowNotFoundError ? { found: undefined } : undefined;
      }
    }).then(({ found }) => found);
  }

  /** Every lease has come to rest, nothing is under way, and then all money laws hold, Workflow by Workflow. */
  async assertBooksAtRest(): Promise<void> {
    const leases = await eventually(() =>
      this.db
        .selectFrom('leases')
        .select('lease_id')
        .execute()
        .catch(() => undefined),
    );
    for (const { lease_id } of leases) {
      await eventually(async () => (((await this.summary(lease_id))?.isSettled ?? true) ? true : undefined));
    }
    const readWorkflow: ReadWorkflow = (leaseId) => this.summary(leaseId);
    await assertBooks(this.db, { readWorkflow });
  }

  async stop(): Promise<void> {
    for (const part of [...OURS, 'temporal', 'database'] as const) {
      this.letBack(part);
      this.thaw(part);
    }
    await this.parts?.db.destroy();
    await this.parts?.temporal.connection.close().catch(() => undefined);
    await this.supervisor?.stop(true);
    await Promise.all(Object.values(this.wires).map((wire) => wire.close()));
    await this.trap?.close();
    this.release();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async bringUp(): Promise<void> {
    const env: Record<string, string> = { OWNWARD_DATA_DIR: this.dataDir };
    for (const name of ['PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'DATABASE_PORT', 'SFTP_PORT'])
      env[name] = String(await freePort());
    const settings = loadLocalSettings({ ...process.env, ...env });
    const folder = takeDataFolder(this.dataDir);
    this.release = () => folder.release();
    this.wires.temporal = await SilentProxy.open({ host: '127.0.0.1', port: settings.temporalPort });
    this.trap = await StatementTrap.open({ host: '127.0.0.1', port: settings.databasePort });
    this.wires.database = await SilentProxy.open({ host: '127.0.0.1', port: this.trap.port });
    const places = {
      TEMPORAL_ADDRESS: `127.0.0.1:${this.wires.temporal.port}`,
      DATABASE_URL: `postgres://postgres@127.0.0.1:${this.wires.database.port}/postgres`,
    };
    this.supervisor = new GatedSupervisor(this.dataDir, places, this.lines);
    const report = (line: string): void => void this.lines.push(line);
    const up = bringUp({ settings, folder, supervisor: this.supervisor, report });
    const { databaseUrl, temporalAddress, temporalNamespace } = await Promise.race([up, this.supervisor.gaveUp]);
    const temporal = connectClient({ connection: { address: temporalAddress }, namespace: temporalNamespace }, 'local');
    this.parts = {
      sandbox: sandboxAt(this.dataDir),
      db: openDatabase(databaseUrl, { maxConnectionCount: 2 }),
      temporal,
    };
  }

  private started() {
    if (!this.parts) throw new Error('the system is not up');
    return this.parts;
  }

  /** Temporal has two: the one that watches over the binary, and the binary. */
  private pidsOf(part: Part): number[] {
    const file = join(this.dataDir, 'children.json');
    const records: { name: string; pid: number }[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
    return records.filter(({ name }) => name === part).map(({ pid }) => pid);
  }

  private signal(pid: number, signal: NodeJS.Signals): void {
    try {
      process.kill(pid, signal);
    } catch {
      // Gone already.
    }
  }
}
