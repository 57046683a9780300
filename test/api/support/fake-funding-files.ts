import type { FundingFiles, FundingFileView } from '../../../api/funding-files/port';
import type { Caller } from '../../../api/ports';
import { instant } from '../../../domain/calendar-date';
import { LeaseError } from '../../../domain/errors';
import { leaseId } from '../../../domain/ids';

export const FUNDING_FILE = 'FFL-5f3a9c0e17b24d68a9c1';
export const FUNDING_FILE_CSV = Buffer.from('store_name,lease_id,customer_name,invoice_amount,delivery_date\r\n');

export const fundingFileView = (more: Partial<FundingFileView> = {}): FundingFileView => ({
  ...{ fileId: FUNDING_FILE, name: 'FUND_M-1_20261125_001.csv', channel: 'api', state: 'processed', code: null },
  ...{ detailEn: null, detailEs: null, sha256: 'a'.repeat(64), byteCount: 64, repeatsFileId: null },
  ...{ receivedAt: instant(Date.UTC(2026, 10, 25)), processedAt: instant(Date.UTC(2026, 10, 25)) },
  counts: { rows: 1, accepted: 1, scheduled: 0, repeats: 0, rejected: 0 },
  totals: { fundedCents: 100_000, scheduledCents: 0 },
  fundedCents: 100_000,
  ...more,
});

const ROW = {
  row: 1,
  leaseId: leaseId('4821907735'),
  ...{ result: 'accepted', code: 'FUNDED', messageEn: 'Funded.', messageEs: 'Fondeado.' },
  ...{ leaseStatusAfter: 'funded', fundedAmountCents: 100_000 },
  ...{ fundingRunId: 'FRUN-2026-11-25', expectedEffectiveOn: '2026-11-27' },
} as FundingFiles extends { read(...args: never[]): Promise<{ rows: (infer Row)[] }> } ? Row : never;

/** One file, of M-1. */
export const fakeFundingFiles = (): FundingFiles => ({
  receive: async () => ({ isKnown: false, file: fundingFileView({ state: 'received' }) }),
  list: async (caller) => ({ data: isOwn(caller) ? [fundingFileView()] : [], nextCursor: null }),
  async read(caller, fileId) {
    requireOwn(caller, fileId);
    return { ...fundingFileView(), rows: [ROW], nextCursor: null };
  },
  async report(caller, fileId) {
    requireOwn(caller, fileId);
    return { name: 'RESULT_FUND_M-1_20261125_001.csv', bytes: Buffer.from('row,result\r\n1,accepted\r\n') };
  },
});

const isOwn = ({ merchantId }: Caller): boolean => merchantId === null || merchantId === 'M-1';

function requireOwn(caller: Caller, fileId: string): void {
  if (!isOwn(caller) || fileId !== FUNDING_FILE) throw new LeaseError('NOT_FOUND', 'no such funding file');
}
