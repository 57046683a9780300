import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { Activities } from '../../activities';
import type { RunDay } from '../../activities/daily-run';
import { type CalendarDate, calendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { workflowBundle } from '../../worker/bundle';
import { LEASE_TASK_QUEUE } from '../../workflows/lease/messages';
import { testServerPath } from './jest-engine';
import { installQuietRuntime } from './stage';

type RunActivities = Pick<
  Activities,
  | 'bankingDaysToRun'
  | 'isAtRest'
  | 'collectBankFiles'
  | 'applyBankFile'
  | 'settleCollections'
  | 'chargeDuePayments'
  | 'assessLateFees'
  | 'cutCollectionRun'
  | 'sendCollectionFile'
  | 'leasesPaidOff'
  | 'leasesEnded'
  | 'settleFundings'
  | 'cutFundingRun'
  | 'releaseFundingRun'
  | 'sendFundingFile'
>;

/** What the world answers; everything it was asked for is in `lines`, in order. */
export class RunWorld {
  lines: string[] = [];
  days: CalendarDate[] = [];
  bankFiles: string[] = [];
  held = new Set<CalendarDate>();
  paidOff: LeaseId[] = [];
  hasDueCharges = true;
  /** how often the bank cannot be reached */
  bankOutages = 0;

  private readonly rested = new Set<string>();

  readonly activities: RunActivities = {
    bankingDaysToRun: async ({ asOf }) => {
      this.lines.push(`days up to ${asOf ?? 'now'}`);
      return this.days.map(runDay);
    },
    isAtRest: async ({ workflowId }) => this.rested.has(workflowId),
    collectBankFiles: async ({ businessOn }) => {
      this.note('collectBankFiles', businessOn);
      return { fileIds: this.bankFiles.splice(0) };
    },
    applyBankFile: async ({ fileId }) => {
      this.note('applyBankFile', fileId);
      this.rested.add(`bank-file:${fileId}`);
    },
    settleCollections: async ({ businessOn }) => {
      this.note('settleCollections', businessOn);
      return { hasDueCharges: this.hasDueCharges };
    },
    chargeDuePayments: async ({ businessOn }) => this.note('chargeDuePayments', businessOn),
    assessLateFees: async ({ businessOn }) => this.note('assessLateFees', businessOn),
    cutCollectionRun: async ({ businessOn }) => {
      this.note('cutCollectionRun', businessOn);
      return { runId: `CRUN-${businessOn}`, hasFile: true, hasPaidOff: this.paidOff.length > 0 };
    },
    sendCollectionFile: async ({ runId }) => {
      this.note('sendCollectionFile', runId);
      this.rested.add(`collection-run:${runId.slice(5)}`);
    },
    leasesPaidOff: async () => ({ leaseIds: this.paidOff }),
    leasesEnded: async ({ leaseIds }) => this.note('leasesEnded', ...leaseIds),
    settleFundings: async ({ businessOn }) => this.note('settleFundings', businessOn),
    cutFundingRun: async ({ businessOn }) => {
      this.note('cutFundingRun', businessOn);
      const state = this.held.has(businessOn) ? 'held' : 'released';
      if (state === 'held') this.rested.add(`funding-run:${businessOn}`);
      return { runId: `FRUN-${businessOn}`, state };
    },
    releaseFundingRun: async ({ runId, releasedBy }) => this.note('releaseFundingRun', runId, releasedBy),
    sendFundingFile: async ({ runId }) => {
      this.note('sendFundingFile', runId);
      if (this.bankOutages-- > 0) throw new Error('the bank cannot be reached');
      this.rested.add(`funding-run:${runId.slice(5)}`);
    },
  };

  private note(...about: string[]): void {
    this.lines.push(about.join(' '));
  }
}

function runDay(businessOn: CalendarDate): RunDay {
  return { businessOn, fundingRunId: `FRUN-${businessOn}`, collectionRunId: `CRUN-${businessOn}` };
}

/** A server of its own, and one worker that runs the runs. */
export class RunStage {
  private constructor(
    private readonly env: TestWorkflowEnvironment,
    /** not the environment's own, which skips time while it waits: runs wait for nothing but activities and people */
    readonly client: Client,
    readonly world: RunWorld,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
  ) {}

  static async open(): Promise<RunStage> {
    installQuietRuntime();
    const executable = { type: 'existing-path', path: testServerPath() } as const;
    const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
    const world = new RunWorld();
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: LEASE_TASK_QUEUE,
      workflowBundle: await workflowBundle(),
      activities: world.activities,
      maxCachedWorkflows: 0,
    });
    const client = new Client({ connection: env.connection });
    return new RunStage(env, client, world, worker, worker.run());
  }

  async close(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.env.teardown();
  }

  /** Starts `dailyRun` for a day and hands back what it answers. */
  async run(asOf: string): Promise<RunDay[]> {
    return (await this.client.workflow.execute('dailyRun', {
      workflowId: `daily-run:${asOf}:${Math.random()}`,
      taskQueue: LEASE_TASK_QUEUE,
      args: [{ asOf: calendarDate(asOf) }],
    })) as RunDay[];
  }
}
