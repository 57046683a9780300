import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { keepRequest } from '../db/requests';
import { type LeaseId, messageId } from '../domain/ids';
import { leaseWorkflowId } from '../workflows/lease/messages';
import type { Floor } from './floor';
import { requireBooks } from './require-books';
import { INVOICE, Retailer } from './retailer';
import type { Finding } from './row';
import { median } from './statistics';
import type { System } from './system';
import { withTwin } from './twin-system';
import { submitInvoice } from './twins/direct';

/** Leases are changed often enough that none grows a history of thousands of events. */
const LEASE_COUNT = 5;
const WARM_UP_COUNT = 5;
const SAMPLES_PER_LEASE = 50;
/** What an answer leaves to be done must not be paid for by whoever is measured next. */
const REST_MS = 40;

/**
 * A command by HTTP (authenticate, find, keep the request, signal, wait for the recorded verdict) beside a client that
 * sends an Update to a twin Workflow: the same judgement, the same recording activity, and no request to look up or keep.
 */
export async function http(floor: Floor): Promise<Finding> {
  const system = await floor.system();
  return await withTwin(floor, 'direct', async (twin) => {
    const [ours, theirs] = [new Retailer(system), new Retailer(twin)];
    const oursMs: number[] = [];
    const directMs: number[] = [];
    for (let lease = 0; lease < LEASE_COUNT; lease += 1) {
      const leaseId = await ours.apply('biWeekly');
      const updates = await directUpdates(system, await theirs.apply('biWeekly'));
      for (const [index, update] of updates.entries()) {
        const viaHttp = await timed(() => ours.submitInvoice(leaseId));
        const directly = await timed(update);
        if (index < WARM_UP_COUNT) continue;
        oursMs.push(viaHttp);
        directMs.push(directly);
      }
    }
    await requireBooks(system.db);
    const [ourMs, directP50Ms] = [median(oursMs), median(directMs)];
    return {
      value: ourMs,
      against: `direct Update: p50 ${directP50Ms.toFixed(1)} ms; ${oursMs.length} of each in turn, warm`,
      ratio: ourMs / directP50Ms,
    };
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  await pause(REST_MS);
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** The recording activity reads the invoice's content from SQL; it is put there before anything is timed. */
async function directUpdates({ client, db, cipher }: System, leaseId: LeaseId): Promise<(() => Promise<void>)[]> {
  const handle = client.workflow.getHandle(leaseWorkflowId(leaseId));
  const invoice = {
    invoiceTotalCents: INVOICE.invoiceTotalCents,
    lines: INVOICE.lines.map(({ sku: _sku, description: _description, ...line }) => line),
  };
  const updates: (() => Promise<void>)[] = [];
  for (let count = 0; count < WARM_UP_COUNT + SAMPLES_PER_LEASE; count += 1) {
    const by = { messageId: messageId(`msg_${randomUUID()}`), requestId: randomUUID(), actor: 'bench' };
    const request = {
      ...by,
      caller: 'bench',
      leaseId,
      operationId: 'bench',
      fingerprint: Buffer.alloc(32),
      body: INVOICE,
    };
    await keepRequest(db, cipher, request);
    updates.push(async () => {
      const outcome = await handle.executeUpdate(submitInvoice, { args: [{ ...by, channel: 'api', invoice }] });
      if (outcome !== 'accepted') throw new Error(`the direct Update was ${outcome}`);
    });
  }
  return updates;
}
