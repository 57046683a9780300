import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import { calendarDate, instant } from '../domain/calendar-date';
import { leaseWorkflowId } from '../workflows/lease/messages';
import { FileOfRows, type FileShare } from './file-of-rows';
import { grownHeldMb } from './grown-memory';
import { untilIdle } from './idle';
import { plantFundedLeases } from './planted-leases';
import { requireBooks } from './require-books';
import { Retailer } from './retailer';
import type { Finding } from './row';
import { startSystem, type System } from './system';

const ROW_COUNT = 10_000;
const SMALL_ROW_COUNT = ROW_COUNT / 4;
/** Leases that really fund, each over Temporal. */
const FUNDING_COUNT = 100;
const PLANTED_COUNT = 6_250;
const SHIP_MB = 64;
const AIM_MB = 32;
/** Four times the rows in at most six times the time: what grows with the square takes sixteen. */
const LINEAR_MAX = 1.5;

/** A funding file of 10,000 rows from upload to result report, all of it real: HTTP, Temporal, database, leases. */
export async function fundingFile(): Promise<Finding> {
  const system = await startSystem();
  try {
    const retailer = new Retailer(system);
    const planted = await plantLeases(system);
    const ready = await acceptedLeases(retailer, (FUNDING_COUNT * 5) / 4);
    const rows = new FileOfRows(system.retailer, planted, ready);

    const small = await measured(system, rows.share(SMALL_ROW_COUNT, FUNDING_COUNT / 4));
    const whole = await measured(system, rows.share(ROW_COUNT, FUNDING_COUNT));
    for (const leaseId of ready) await untilIdle(system.client, leaseWorkflowId(leaseId), 'servicing');
    await requireBooks(system.db);

    const growth = whole.seconds / ((ROW_COUNT / SMALL_ROW_COUNT) * small.seconds);
    const isLinear = growth <= LINEAR_MAX;
    return {
      value: ROW_COUNT / whole.seconds,
      against: `${whole.seconds.toFixed(1)} s, ${FUNDING_COUNT} leases funded, +${whole.mb.toFixed(1)} MB; a row costs ${growth.toFixed(2)} times what it costs in a file of ${SMALL_ROW_COUNT}`,
      ratio: null,
      inWords: { ships: isLinear && whole.mb <= SHIP_MB, reachesAim: isLinear && whole.mb <= AIM_MB },
    };
  } finally {
    await system.close();
  }
}

/** Funded leases of the retailer, so that most rows meet a lease that has to be looked at. */
async function plantLeases({ db, cipher, retailer }: System): Promise<string[]> {
  const firstId = 3_000_000_000;
  await plantFundedLeases(db, cipher, {
    ...{ count: PLANTED_COUNT, firstId, merchantIds: [retailer.merchantId], deliveredOn: calendarDate('2026-10-02') },
    fundedAt: instant(Date.parse('2026-10-02T18:00:00Z')),
    payments: { count: 1, firstDueOn: calendarDate('2028-03-01'), dayStep: 14, spreadDays: 1 },
  });
  return Array.from({ length: PLANTED_COUNT }, (_, index) => String(firstId + index + 1));
}

async function acceptedLeases(retailer: Retailer, count: number): Promise<Awaited<ReturnType<Retailer['apply']>>[]> {
  const leaseIds: Awaited<ReturnType<Retailer['apply']>>[] = [];
  const work = async (): Promise<void> => {
    while (leaseIds.length < count) {
      const leaseId = await retailer.apply('biWeekly');
      if (leaseIds.push(leaseId) > count) return void leaseIds.pop();
      await retailer.sign(await retailer.submitInvoice(leaseId));
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return leaseIds;
}

/** From the first byte sent to the report read. */
async function measured(system: System, share: FileShare): Promise<{ seconds: number; mb: number }> {
  const startedAt = performance.now();
  let seconds = 0;
  let counts: unknown;
  const mb = await grownHeldMb(async () => {
    const { fileId } = await ask(system, 'POST', `/v1/funding-files?fileName=${share.name}`, share.text);
    counts = await processed(system, String(fileId));
    seconds = (performance.now() - startedAt) / 1_000;
  });
  const [found, expected] = [JSON.stringify(counts), JSON.stringify(share.expected)];
  if (found !== expected) throw new Error(`${share.name} came to ${found} instead of ${expected}`);
  return { seconds, mb };
}

async function processed(system: System, fileId: string): Promise<unknown> {
  for (;;) {
    const { state, counts, fundedCents } = await ask(system, 'GET', `/v1/funding-files/${fileId}?limit=1`);
    if (state === 'rejected') throw new Error('the file was refused');
    if (state === 'processed') return { counts, fundedCents };
    await pause(50);
  }
}

async function ask({ apiUrl, retailer }: System, method: 'GET' | 'POST', path: string, body?: string) {
  const answer = await request(`${apiUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${retailer.apiKey}`, ...(body ? { 'content-type': 'text/csv' } : {}) },
    ...(body ? { body } : {}),
  });
  if (answer.statusCode >= 300) throw new Error(`${method} ${path} answers ${answer.statusCode}`);
  return (await answer.body.json()) as Record<string, unknown>;
}
