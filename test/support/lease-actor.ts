import { type WorkflowClient, type WorkflowHandle, WorkflowNotFoundError } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time';
import type { Activities } from '../../activities';
import type { temporal } from '@temporalio/proto';
import { calendarDate } from '../../domain/calendar-date';
import type { LeaseStatus } from '../../domain/lease-status';
import type { ReportEvent } from '../../domain/lease/reports';
import {
  type LeaseApplication,
  leaseQuery,
  type LeaseSummary,
  type Message,
  reportSignals,
} from '../../workflows/lease/messages';
import type { Diary } from './diary';
import { aDelivery, aSignature, anEnvelope, anInvoice } from './lease-factories';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
type Fields<Event extends ReportEvent> = Omit<Message<Event>, keyof ReturnType<typeof anEnvelope>>;

/** A lease as those around it meet it: they report, ask and read its diary. */
export class LeaseActor {
  constructor(
    private readonly client: WorkflowClient,
    readonly handle: WorkflowHandle,
    readonly diary: Diary,
    readonly application: LeaseApplication,
  ) {}

  get id(): string {
    return this.diary.leaseId;
  }

  /** Says something and does not wait. @returns the message's id */
  async say<Event extends ReportEvent>(event: Event, fields: Fields<Event>, id?: string): Promise<string> {
    const envelope = anEnvelope(id);
    await this.handle.signal(reportSignals[event].name, { ...envelope, ...fields });
    return envelope.messageId;
  }

  /** Says something and waits for the verdict, with everything that follows from it written down. */
  async report<Event extends ReportEvent>(event: Event, fields: Fields<Event>, id?: string): Promise<string> {
    return await this.verdict(await this.say(event, fields, id));
  }

  submitInvoice = (invoice = anInvoice()) => this.report('invoiceSubmitted', { invoice });
  sign = (round = 1) => this.report('agreementSigned', aSignature(this.id, round));
  deliver = (deliveredOn: string) => this.report('deliveryConfirmed', aDelivery(deliveredOn));
  cancel = () => this.report('contractCancelled', {});
  giveBack = (returnedOn: string, id?: string) =>
    this.report('returnSubmitted', { returnedOn: calendarDate(returnedOn) }, id);

  /** `accepted`, or the code of the refusal, as SQL was told it. */
  async verdict(messageId: string): Promise<string> {
    const ofMessage = () => this.diary.recordings.find(({ by, verdict }) => by?.messageId === messageId && verdict);
    await this.diary.until(() => ofMessage() !== undefined);
    await this.settled();
    const verdict = ofMessage()?.verdict;
    return verdict?.code ?? String(verdict?.outcome);
  }

  /** The lease once all that is under way is done. */
  async settled(): Promise<LeaseSummary> {
    await this.diary.until(() => this.diary.recordings.length > 0);
    while (!isAtRest(await this.events()));
    return await this.summary();
  }

  async summary(): Promise<LeaseSummary> {
    return await this.handle.query<LeaseSummary>(leaseQuery.name);
  }

  async status(): Promise<LeaseStatus> {
    return (await this.settled()).status;
  }

  async until(status: LeaseStatus): Promise<LeaseSummary> {
    await this.diary.until(() => this.diary.row.status === status);
    return await this.settled();
  }

  /** Waits until an activity was called so many times; nothing need come of it. */
  async untilCalled(activity: keyof Activities, count: number): Promise<void> {
    await this.diary.until(() => this.diary.lines.filter((line) => line.startsWith(activity)).length >= count);
  }

  async firedTimerCount(): Promise<number> {
    return (await this.events()).filter(({ timerFiredEventAttributes }) => timerFiredEventAttributes).length;
  }

  async untilTimerFired(countBefore: number): Promise<void> {
    while ((await this.firedTimerCount()) === countBefore);
  }

  /** How long each timer of this run was set for, in the order they were set. */
  async timersMs(): Promise<number[]> {
    const timers = (await this.events()).map(({ timerStartedEventAttributes }) => timerStartedEventAttributes);
    return timers.flatMap((timer) => (timer ? [tsToMs(timer.startToFireTimeout)] : []));
  }

  /** When each timer of this run ends: so long after the Workflow Task that set it. */
  async timersEndAt(): Promise<string[]> {
    const events = await this.events();
    let nowMs = 0;
    return events.flatMap(
      ({ eventTime, workflowTaskStartedEventAttributes: task, timerStartedEventAttributes: timer }) => {
        if (task) nowMs = tsToMs(eventTime);
        return timer ? [new Date(nowMs + tsToMs(timer.startToFireTimeout)).toISOString()] : [];
      },
    );
  }

  /** The history of the newest run. */
  async events(): Promise<HistoryEvent[]> {
    return (await this.handle.fetchHistory()).events ?? [];
  }

  /** The histories of all runs, oldest first. */
  async runs(): Promise<temporal.api.history.v1.IHistory[]> {
    const newest = await this.handle.fetchHistory();
    const first = newest.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    return first ? [await this.client.getHandle(this.handle.workflowId, first).fetchHistory(), newest] : [newest];
  }

  async dismiss(): Promise<void> {
    try {
      await this.handle.terminate();
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
}

/**
 * Nothing scheduled is without its answer. Asked of the history, because a Query in the midst of a Workflow Task makes
 * an uncached Workflow lose that task.
 */
function isAtRest(events: HistoryEvent[]): boolean {
  const count = (isOne: (event: HistoryEvent) => unknown) => events.filter(isOne).length;
  const tasks = count((event) => event.workflowTaskScheduledEventAttributes);
  const activities = count((event) => event.activityTaskScheduledEventAttributes);
  return (
    tasks > 0 &&
    tasks === count((event) => event.workflowTaskCompletedEventAttributes) &&
    activities === count((event) => event.activityTaskCompletedEventAttributes) &&
    !events.at(-1)?.workflowExecutionContinuedAsNewEventAttributes
  );
}
