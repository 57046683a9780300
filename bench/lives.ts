import type { LeaseId } from '../domain/ids';
import type { PayFrequency } from '../domain/program';
import { leaseWorkflowId } from '../workflows/lease/messages';
import type { Floor } from './floor';
import { type Run, runsOf, serializedBytes, weigh, type Weight } from './histories';
import { untilIdle } from './idle';
import { requireBooks } from './require-books';
import { Retailer } from './retailer';
import { skipDays } from './skip-time';
import type { System } from './system';
import { withTwin } from './twin-system';

/** One lease's weight in Temporal, in all and while it is open after Funded. */
export interface Life extends Weight {
  paymentCount: number;
  /** of the history up to Funded */
  originationBytes: number;
  /** of the history that is open during the term: at its start and at its end */
  openBytes: readonly [atFirst: number, atLast: number];
  runs: Run[];
}

export interface Lives {
  /** by number of payments: 12, 26, 52 */
  ours: readonly [Life, Life, Life];
  textbook: Life;
}

const TERM_DAYS = 380;

/** Real leases from application to the end of their term, on the real server; the books must balance after them. */
export async function liveThem(floor: Floor): Promise<Lives> {
  const system = await floor.system();
  const lives: Life[] = [];
  for (const payFrequency of ['monthly', 'biWeekly', 'weekly'] as const)
    lives.push(await ourLife(system, payFrequency));
  const [monthly, biWeekly, weekly] = lives;
  if (!monthly || !biWeekly || !weekly) throw new Error('a lease is missing');
  const textbook = await textbookLife(floor);
  await requireBooks(system.db);
  return { ours: [monthly, biWeekly, weekly], textbook };
}

async function ourLife(system: System, payFrequency: PayFrequency): Promise<Life> {
  const { client } = system;
  const retailer = new Retailer(system);
  const settled = (leaseId: LeaseId) => untilIdle(client, leaseWorkflowId(leaseId), 'lease');
  const leaseId = await retailer.fundedLease(payFrequency, settled);
  const workflowId = leaseWorkflowId(leaseId);
  await untilIdle(client, workflowId, 'servicing');

  const runs = await runsOf(client, workflowId);
  await expectQuietTerm(system, workflowId, runs);
  const open = runs.at(-1)?.historyBytes ?? 0;
  const weight = weigh(runs);
  return {
    ...weight,
    runs,
    paymentCount: await retailer.paymentCount(leaseId),
    originationBytes: weight.historyBytes - open,
    openBytes: [open, open],
  };
}

/** All payments fall due, and the Workflow is not woken once: only the skip itself is in its history. */
async function expectQuietTerm({ client }: System, workflowId: string, before: readonly Run[]): Promise<void> {
  await skipDays(client, workflowId, TERM_DAYS);
  const after = await runsOf(client, workflowId);
  const tasksIn = (runs: readonly Run[]) =>
    runs.flatMap(({ history }) => history.events ?? []).filter((event) => event.workflowTaskScheduledEventAttributes)
      .length;
  if (after.length !== before.length || tasksIn(after) !== tasksIn(before)) {
    throw new Error(`${workflowId} woke up during its term`);
  }
}

/** The same lease the textbook's way, really run through 26 payments. */
async function textbookLife(floor: Floor): Promise<Life> {
  return await withTwin(floor, 'textbook', async (twin) => {
    const { client, collected } = twin;
    const settled = (leaseId: LeaseId) => untilIdle(client, leaseWorkflowId(leaseId), 'textbook');
    const leaseId = await new Retailer(twin).fundedLease('biWeekly', settled);
    await settled(leaseId);
    const workflowId = leaseWorkflowId(leaseId);
    const originationBytes = weigh(await runsOf(client, workflowId)).historyBytes;

    await skipDays(client, workflowId, TERM_DAYS);
    const result: unknown = await client.workflow.getHandle(workflowId).result();
    if (result !== 'owned' || collected.length !== 26) throw new Error('the textbook lease did not end owned');
    const runs = await runsOf(client, workflowId);
    const weight = weigh(runs);
    const openBytes = [originationBytes, weight.historyBytes] as const;
    return { ...weight, runs, paymentCount: collected.length, originationBytes, openBytes };
  });
}

/** The server's count of bytes, checked against what the events weigh as protobuf. */
export function agreesWithProtobuf({ runs, historyBytes }: Life): boolean {
  const serialized = runs.reduce((total, { history }) => total + serializedBytes(history), 0);
  return Math.abs(historyBytes - serialized) / serialized < 0.05;
}
