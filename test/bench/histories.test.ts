import { temporal } from '@temporalio/proto';
import { actionsIn } from '../../bench/histories';

const { EventType } = temporal.api.enums.v1;
type Event = temporal.api.history.v1.IHistoryEvent;

const event = (eventType: temporal.api.enums.v1.EventType, attributes: Partial<Event> = {}): Event => ({
  eventType,
  ...attributes,
});
const actionsOf = (...events: Event[]) => actionsIn({ events });

describe('billed Actions, counted from a history', () => {
  it.each([
    ['EVENT_TYPE_WORKFLOW_EXECUTION_STARTED', 1],
    ['EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED', 1],
    ['EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED', 1],
    ['EVENT_TYPE_TIMER_STARTED', 1],
    ['EVENT_TYPE_ACTIVITY_TASK_SCHEDULED', 1],
    ['EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES', 1],
    ['EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED', 2],
    ['EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW', 0],
    ['EVENT_TYPE_TIMER_FIRED', 0],
    ['EVENT_TYPE_TIMER_CANCELED', 0],
    ['EVENT_TYPE_WORKFLOW_TASK_SCHEDULED', 0],
    ['EVENT_TYPE_WORKFLOW_TASK_COMPLETED', 0],
    ['EVENT_TYPE_ACTIVITY_TASK_COMPLETED', 0],
    ['EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED', 0],
  ] as const)('%s is %i', (name, count) => {
    expect(actionsOf(event(EventType[name]))).toBe(count);
  });

  it('each retry of an activity is one more', () => {
    const started = (attempt: number) =>
      event(EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED, { activityTaskStartedEventAttributes: { attempt } });
    expect([actionsOf(started(1)), actionsOf(started(4))]).toEqual([0, 3]);
  });

  it('all markers of one Workflow Task are one together', () => {
    const marker = (task: number) =>
      event(EventType.EVENT_TYPE_MARKER_RECORDED, {
        markerRecordedEventAttributes: { workflowTaskCompletedEventId: task as never },
      });
    expect(actionsOf(marker(4), marker(4), marker(9))).toBe(2);
  });
});
