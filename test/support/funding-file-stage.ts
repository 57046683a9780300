import type { Client, WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { Activities } from '../../activities';
import type { Staged } from '../../activities/funding-file/stage';
import { workflowBundle } from '../../worker/bundle';
import { fundingFileWorkflowId } from '../../workflows/funding-file/messages';
import { LEASE_TASK_QUEUE } from '../../workflows/lease/messages';
import { testServerPath } from './jest-engine';
import { installQuietRuntime } from './stage';

type FileActivities = Pick<
  Activities,
  'stageFundingFile' | 'judgeFundingRows' | 'repeatFundingReport' | 'writeFundingReport'
>;

/** What the file's activities answer; everything they were asked for is in `lines`, in order. */
export class FileWorld {
  readonly lines: string[] = [];
  /** how often the batch that begins with this row still has a row without an answer */
  readonly openTimes = new Map<number, number>();
  /** how often the original has no report yet */
  waitsForOriginal = 0;
  /** called before each batch is judged */
  onJudge: (fromRow: number) => Promise<void> = async () => undefined;

  constructor(private readonly staged: Staged) {}

  readonly activities: FileActivities = {
    stageFundingFile: async () => {
      this.lines.push('stage');
      return this.staged;
    },
    judgeFundingRows: async ({ fromRow, toRow, isLastCall }) => {
      await this.onJudge(fromRow);
      this.lines.push(`judge ${fromRow}-${toRow}${isLastCall ? ', last call' : ''}`);
      const openTimes = isLastCall ? 0 : (this.openTimes.get(fromRow) ?? 0);
      this.openTimes.set(fromRow, openTimes - 1);
      return { openCount: openTimes > 0 ? 1 : 0 };
    },
    repeatFundingReport: async () => {
      this.lines.push('repeat');
      return { isDone: this.waitsForOriginal-- <= 0 };
    },
    writeFundingReport: async () => void this.lines.push('report'),
  };
}

/** A server whose clock skips whatever nobody waits for, and one worker that runs files. */
export class FileStage {
  private worker: Worker | undefined;
  private running: Promise<void> = Promise.resolve();
  private fileCount = 0;
  private readonly worlds = new Map<string, FileWorld>();

  private constructor(private readonly env: TestWorkflowEnvironment) {}

  static async open(path = testServerPath()): Promise<FileStage> {
    installQuietRuntime();
    const executable = { type: 'existing-path', path } as const;
    const env = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable },
      client: { identity: 'story' },
    });
    const stage = new FileStage(env);
    await stage.startWorker();
    return stage;
  }

  get client(): Client {
    return this.env.client;
  }

  /** Nothing is cached: each Workflow Task replays the whole history, so that every story also proves determinism. */
  async startWorker(): Promise<void> {
    const named = (fileId: string): FileActivities => {
      const world = this.worlds.get(fileId);
      if (!world) throw new Error(`nobody knows ${fileId}`);
      return world.activities;
    };
    const activities: FileActivities = {
      stageFundingFile: (input) => named(input.fileId).stageFundingFile(input),
      judgeFundingRows: (input) => named(input.fileId).judgeFundingRows(input),
      repeatFundingReport: (input) => named(input.fileId).repeatFundingReport(input),
      writeFundingReport: (input) => named(input.fileId).writeFundingReport(input),
    };
    this.worker = await Worker.create({
      connection: this.env.nativeConnection,
      taskQueue: LEASE_TASK_QUEUE,
      workflowBundle: await workflowBundle(),
      activities,
      identity: 'stage',
      maxCachedWorkflows: 0,
    });
    this.running = this.worker.run();
  }

  async stopWorker(): Promise<void> {
    this.worker?.shutdown();
    await this.running;
  }

  async start(world: FileWorld): Promise<WorkflowHandle> {
    const fileId = `FFL-${(this.fileCount += 1)}`;
    this.worlds.set(fileId, world);
    const workflowId = fundingFileWorkflowId(fileId);
    return await this.client.workflow.start('fundingFile', {
      ...{ workflowId, taskQueue: LEASE_TASK_QUEUE },
      args: [{ fileId }],
    });
  }

  /** From the file's start to its end; how long it took by the clock of the server. */
  async run(world: FileWorld): Promise<{ lines: string[]; seconds: number }> {
    const handle = await this.start(world);
    await handle.result();
    const { startTime, closeTime } = await handle.describe();
    return { lines: world.lines, seconds: ((closeTime?.getTime() ?? 0) - startTime.getTime()) / 1_000 };
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.env.teardown();
  }
}
