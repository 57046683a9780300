import type { FundingReads, FundingRunView, FundingView } from '../../../api/money/fundings-port';
import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { LeaseError } from '../../../domain/errors';
import { leaseId } from '../../../domain/ids';

export const FUNDING_RUN = 'FRUN-2026-11-25';

export const FUNDING: FundingView = {
  fundingId: 'FND-4821907735',
  leaseId: leaseId('4821907735'),
  kind: 'funding',
  grossCents: cents(100_000),
  adjustmentCents: cents(0),
  netCents: cents(100_000),
  state: 'in_file',
  runId: FUNDING_RUN,
  traceNumber: '121042880000001',
  effectiveOn: calendarDate('2026-11-27'),
  invoiceNumber: 'INV-1',
};

export const RUN: FundingRunView = {
  runId: FUNDING_RUN,
  businessOn: calendarDate('2026-11-25'),
  state: 'sent',
  grossCents: cents(100_000),
  adjustmentsCents: cents(0),
  carryInCents: cents(0),
  carryOutCents: cents(0),
  paidCents: cents(100_000),
  traceNumber: '121042880000001',
  effectiveOn: calendarDate('2026-11-27'),
};

export function knownRun(runId: string): FundingRunView {
  if (runId !== FUNDING_RUN) throw new LeaseError('NOT_FOUND', 'no such run');
  return RUN;
}

export const fakeFundingReads = (): FundingReads => ({
  list: async () => ({ data: [FUNDING], nextCursor: null }),
  runs: async () => ({ data: [RUN], nextCursor: null }),
  run: async (_caller, runId) => knownRun(runId),
  report: async (_caller, runId) => `runId\r\n${knownRun(runId).runId}\r\n`,
});
