import { sql } from 'kysely';
import { plantMerchants } from './planted-merchants';
import { calendarDate, instant } from '../domain/calendar-date';
import { parseAchFile } from '../domain/nacha/parse';
import type { BankFile } from '../activities/ports';
import { startBenchDatabase } from './bench-database';
import { grownMb } from './grown-memory';
import { plantFundedLeases } from './planted-leases';
import { requireBooks } from './require-books';
import type { Finding } from './row';
import { RunDays } from './run-days';

const LEASE_COUNT = 10_000;
const MERCHANT_COUNT = 500;
const TODAY = calendarDate('2027-03-01');
const SHIP_MB = 64;
const AIM_MB = 32;

/** One run over 10,000 Funded leases of 500 merchants: cut, rendered, checked, handed over; and run again, which does nothing. */
export async function fundingRun(): Promise<Finding> {
  const system = await startBenchDatabase();
  try {
    const merchantIds = await plantMerchants(system, MERCHANT_COUNT);
    await plantFundedLeases(system.db, system.cipher, {
      ...{ count: LEASE_COUNT, firstId: 3_000_000_000, merchantIds, deliveredOn: calendarDate('2027-02-26') },
      fundedAt: instant(Date.parse(`${TODAY}T12:00:00Z`)),
      payments: { count: 1, firstDueOn: calendarDate('2028-03-01'), dayStep: 14, spreadDays: 1 },
    });
    const files: BankFile[] = [];
    const bank = {
      deliver: async (file: BankFile) => void files.push(file),
      collect: async () => [],
    };
    const runs = new RunDays(system, bank);
    const startedAt = performance.now();
    const mb = await grownMb(() => runs.fundingDay(TODAY));
    const seconds = (performance.now() - startedAt) / 1_000;

    await runs.fundingDay(TODAY);
    await requireBooks(system.db);
    const isSound = files.length === 1 && (await paysEverything(files, system));
    return {
      value: LEASE_COUNT / seconds,
      against: `${seconds.toFixed(2)} s, ${runs.statementCount} statements for two runs, +${mb.toFixed(1)} MB`,
      ratio: null,
      isSound,
      inWords: { ships: mb <= SHIP_MB, reachesAim: mb <= AIM_MB },
    };
  } finally {
    await system.close();
  }
}

async function paysEverything(
  files: readonly BankFile[],
  { db }: { db: Parameters<typeof requireBooks>[0] },
): Promise<boolean> {
  const entries = parseAchFile(files[0]?.text ?? '').batches.flatMap((batch) => batch.entries);
  const { rows } = await sql<{ open: number }>`
    SELECT count(*) AS open FROM funding_lines WHERE run_id IS NULL`.execute(db);
  const totalCents = entries.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return entries.length === MERCHANT_COUNT && totalCents === LEASE_COUNT * 100_000 && rows[0]?.open === 0;
}
