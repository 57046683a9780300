import type { WorkflowHandle } from '@temporalio/client';
import { defineSearchAttributeKey, type Duration, SearchAttributeType } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { Temporal } from 'temporal-polyfill';
import { instant, type Instant } from '../../domain/calendar-date';
import type { LeaseOrigin } from '../../domain/lease/state';
import { workflowBundle } from '../../worker/bundle';
import { LEASE_TASK_QUEUE, leaseWorkflowId } from '../../workflows/lease/messages';
import { Diaries, type World } from './diary';
import { temporalPath, testServerPath } from './jest-engine';
import { LeaseActor } from './lease-actor';
import { anApplication } from './lease-factories';

// A test takes a second; a server that starts on a busy machine may take ten. Recording histories needs no Jest.
if (typeof jest !== 'undefined') jest.setTimeout(120_000);

const { IndexedValueType } = temporal.api.enums.v1;
const { KEYWORD, DATETIME } = SearchAttributeType;
const SEARCH_ATTRIBUTES = {
  LeaseStatus: KEYWORD,
  MerchantId: KEYWORD,
  StoreId: KEYWORD,
  DeadlineAt: DATETIME,
} as const;

/** One server with a clock of its own, one worker, and a diary for each lease: all that a file of stories needs. */
export class Stage {
  private worker: Worker | undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly diaries = new Diaries();
  private readonly actors: LeaseActor[] = [];

  private constructor(readonly env: TestWorkflowEnvironment) {}

  /** A server whose clock skips whatever nobody waits for. */
  static async open(path = testServerPath()): Promise<Stage> {
    installQuietRuntime();
    const executable = { type: 'existing-path', path } as const;
    const env = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable },
      client: { identity: 'story' },
    });
    const { INDEXED_VALUE_TYPE_KEYWORD: keyword, INDEXED_VALUE_TYPE_DATETIME: datetime } = IndexedValueType;
    await env.connection.operatorService.addSearchAttributes({
      namespace: 'default',
      searchAttributes: { LeaseStatus: keyword, MerchantId: keyword, StoreId: keyword, DeadlineAt: datetime },
    });
    const stage = await Stage.on(env);
    await stage.skipTo(nextNoon(await stage.now()));
    return stage;
  }

  /** The real server, on its real clock, that finds a history of so many events long. */
  static async openWithShortHistories(eventCount: number): Promise<Stage> {
    installQuietRuntime();
    const attributes = Object.entries(SEARCH_ATTRIBUTES);
    const env = await TestWorkflowEnvironment.createLocal({
      server: {
        executable: { type: 'existing-path', path: temporalPath() },
        searchAttributes: attributes.map(([name, type]) => defineSearchAttributeKey(name, type)),
        extraArgs: ['--dynamic-config-value', `limit.historyCount.suggestContinueAsNew=${eventCount}`],
      },
    });
    return await Stage.on(env);
  }

  private static async on(env: TestWorkflowEnvironment): Promise<Stage> {
    const stage = new Stage(env);
    await stage.startWorker();
    return stage;
  }

  /** Nothing is cached: each Workflow Task replays the whole history, so that every story also proves determinism. */
  async startWorker(): Promise<void> {
    this.worker = await Worker.create({
      connection: this.env.nativeConnection,
      taskQueue: LEASE_TASK_QUEUE,
      workflowBundle: await workflowBundle(),
      activities: this.diaries.activities,
      identity: 'stage',
      maxCachedWorkflows: 0,
    });
    this.running = this.worker.run();
  }

  async stopWorker(): Promise<void> {
    this.worker?.shutdown();
    this.worker = undefined;
    await this.running;
  }

  /** What is said meanwhile reaches each lease in one Workflow Task, in the order it was said. */
  async withoutWorker(say: () => Promise<void>): Promise<void> {
    await this.stopWorker();
    await say();
    await this.startWorker();
  }

  /** A lease whose application is decided on. */
  async lease(world: Partial<World> = {}, origin: Partial<LeaseOrigin> = {}): Promise<LeaseActor> {
    const lease = await this.apply(world, origin);
    await lease.settled();
    return lease;
  }

  /** A lease with signed contracts and the initial payment in: Lease Accepted, or Funded where goods are taken along. */
  async signedLease(world: Partial<World> = {}, origin: Partial<LeaseOrigin> = {}): Promise<LeaseActor> {
    const lease = await this.lease(world, origin);
    await lease.submitInvoice();
    await lease.sign();
    return lease;
  }

  /** A Funded lease that has continued as new into servicing. */
  async fundedLease(world: Partial<World> = {}, origin: Partial<LeaseOrigin> = {}): Promise<LeaseActor> {
    const lease = await this.signedLease(world, { customerTakesGoods: true, ...origin });
    await lease.until('funded');
    return lease;
  }

  async apply(world: Partial<World> = {}, origin: Partial<LeaseOrigin> = {}): Promise<LeaseActor> {
    const application = anApplication(origin);
    const { leaseId } = application.origin;
    const diary = this.diaries.open(application.origin, world);
    const workflowId = leaseWorkflowId(leaseId);
    await this.env.client.workflow.start('lease', { taskQueue: LEASE_TASK_QUEUE, workflowId, args: [application] });
    const handle: WorkflowHandle = this.env.client.workflow.getHandle(workflowId);
    const actor = new LeaseActor(this.env.client.workflow, handle, diary, application);
    this.actors.push(actor);
    return actor;
  }

  /** Ends what a test left open, so that its timers do not slow the next one down; then SQL must have no complaint. */
  async clear(): Promise<void> {
    const actors = this.actors.splice(0);
    for (const actor of actors) await actor.dismiss();
    const flaws = actors.flatMap(({ diary }) => diary.flaws.map((flaw) => `lease ${diary.leaseId}: ${flaw}`));
    if (flaws.length > 0) throw new Error(flaws.join('\n'));
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.env.teardown();
    await Runtime.instance().shutdown();
  }

  /**
   * A fact is said just before a deadline and the worker meets both in one Workflow Task, the fact first. A task that
   * waits for a worker stops the skipping of time, so the last half second really passes.
   */
  async factThenDeadline(lease: LeaseActor, deadlineAt: string, say: () => Promise<unknown>): Promise<void> {
    await this.stopWorker();
    await this.skipTo(instant(Date.parse(deadlineAt) - 500));
    const firedCount = await lease.firedTimerCount();
    await say();
    await lease.untilTimerFired(firedCount);
    await this.startWorker();
  }

  /** The same, the deadline first: its timer has fired, and before any worker hears of it the fact is said. */
  async deadlineThenFact(lease: LeaseActor, deadlineAt: string, say: () => Promise<unknown>): Promise<void> {
    await this.stopWorker();
    const firedCount = await lease.firedTimerCount();
    const skipped = this.skipTo(deadlineAt);
    await lease.untilTimerFired(firedCount);
    await say();
    await this.startWorker();
    await skipped;
  }

  /** Whether some Workflow Task of a run brought the lease a Signal and a fired timer at once. */
  async heardTogether(workflowId: string, runId: string): Promise<boolean> {
    const { events } = await this.env.client.workflow.getHandle(workflowId, runId).fetchHistory();
    const heard = (events ?? []).map((event) => {
      if (event.workflowTaskStartedEventAttributes) return '|';
      if (event.timerFiredEventAttributes) return 'T';
      return event.workflowExecutionSignaledEventAttributes ? 'S' : '';
    });
    return /TS|ST/.test(heard.join(''));
  }

  async now(): Promise<Instant> {
    return instant(await this.env.currentTimeMs());
  }

  async skip(duration: Duration): Promise<void> {
    await this.env.sleep(duration);
  }

  async skipTo(at: string): Promise<void> {
    const aheadMs = Date.parse(at) - (await this.env.currentTimeMs());
    if (!(aheadMs > 0)) throw new Error(`${at} is not ahead`);
    await this.env.sleep(aheadMs);
  }

  /**
   * Skips to the next time that a store's clock shows this month, day and hour. Stories so never depend on the day
   * they are run, nor on each other.
   * @returns the year
   */
  async skipToNext(monthDayTime: string, timeZone: string): Promise<number> {
    const now = Temporal.Instant.from(await this.now()).toZonedDateTimeISO(timeZone);
    for (let year = now.year; ; year += 1) {
      const then = Temporal.PlainDateTime.from(`${year}-${monthDayTime}`).toZonedDateTime(timeZone);
      if (then.epochMilliseconds <= now.epochMilliseconds) continue;
      await this.env.sleep(then.epochMilliseconds - now.epochMilliseconds);
      return year;
    }
  }
}

/** A story that begins at noon does not meet midnight by chance. */
function nextNoon(at: Instant): string {
  const tomorrow = Temporal.Instant.from(at).toZonedDateTimeISO('America/Chicago').add({ days: 1 });
  return new Date(tomorrow.withPlainTime('12:00').epochMilliseconds).toISOString();
}

/** Whatever a story does to its leases is no news on the console. */
export function installQuietRuntime(): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'temporalio_sdk_core=OFF' } },
  });
}
