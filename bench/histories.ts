import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { sum } from './statistics';

type History = temporal.api.history.v1.IHistory;
type Event = temporal.api.history.v1.IHistoryEvent;
const { EventType } = temporal.api.enums.v1;

export interface Run {
  runId: string;
  history: History;
  /** as the server counts them, and as it bills their storage */
  historyBytes: number;
}

/** Every run of one Workflow, oldest first: what continues as new names its next run. */
export async function runsOf(client: Client, workflowId: string): Promise<Run[]> {
  const runs: Run[] = [];
  let runId = await firstRunId(client, workflowId);
  while (runId) {
    const handle = client.workflow.getHandle(workflowId, runId);
    const { raw } = await handle.describe();
    const history = await handle.fetchHistory();
    runs.push({ runId, history, historyBytes: Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0) });
    const last = history.events?.at(-1);
    runId = last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
  }
  return runs;
}

async function firstRunId(client: Client, workflowId: string): Promise<string | undefined> {
  const { raw } = await client.workflow.getHandle(workflowId).describe();
  return raw.workflowExecutionInfo?.firstRunId ?? raw.workflowExecutionInfo?.execution?.runId ?? undefined;
}

export interface Weight {
  actionCount: number;
  eventCount: number;
  historyBytes: number;
}

export function weigh(runs: readonly Run[]): Weight {
  return {
    actionCount: sum(runs.map(({ history }) => actionsIn(history))),
    eventCount: sum(runs.map(({ history }) => history.events?.length ?? 0)),
    historyBytes: sum(runs.map(({ historyBytes }) => historyBytes)),
  };
}

/**
 * The billed Actions of one run, by Temporal Cloud's own table of event types (docs.temporal.io/cloud/actions, read
 * 2026-11): a start, also by continue-as-new (billed at the new run's start, not at the old one's end); each Signal,
 * timer, accepted Update; each activity and each retry of it; each upsert of search attributes (those given at the
 * start are free); a child's start twice; local activities and other markers once a Workflow Task. Queries leave no
 * event: none is sent on a lease's way.
 */
export function actionsIn({ events }: History): number {
  const markedTasks = new Set<string>();
  return sum(
    (events ?? []).map((event) => {
      if (event.eventType !== EventType.EVENT_TYPE_MARKER_RECORDED) return actionsOf(event);
      const task = String(event.markerRecordedEventAttributes?.workflowTaskCompletedEventId);
      const isFirst = !markedTasks.has(task);
      markedTasks.add(task);
      return isFirst ? 1 : 0;
    }),
  );
}

function actionsOf(event: Event): number {
  switch (event.eventType) {
    case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED:
    case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED:
    case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED:
    case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED:
    case EventType.EVENT_TYPE_TIMER_STARTED:
    case EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED:
    case EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES:
      return 1;
    case EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED:
      return 2;
    case EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED:
      return (event.activityTaskStartedEventAttributes?.attempt ?? 1) - 1;
    default:
      return 0;
  }
}

/** What the events weigh as protobuf: the server's own figure must not lie far from it. */
export function serializedBytes({ events }: History): number {
  const { HistoryEvent } = temporal.api.history.v1;
  return sum((events ?? []).map((event) => HistoryEvent.encode(event).finish().length));
}
