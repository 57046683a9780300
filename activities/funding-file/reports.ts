import type { Db } from '../../db/database';
import type { MerchantId } from '../../domain/ids';
import type { ActivityDeps } from '../deps';

/** A result report that is to be laid into its partner's `out` folder. */
export interface UntakenReport {
  fileId: string;
  merchantId: MerchantId;
  /** `RESULT_<original name>` */
  resultName: string;
}

/** Reports that are ready and not taken yet, oldest first; of one merchant, or of all. A file sent again is due again. */
export async function untakenReports(_db: Db, _merchantId?: MerchantId): Promise<UntakenReport[]> {
  return await Promise.reject(new Error('not built yet'));
}

/** The bytes of a report, piece by piece. @throws LeaseError NOT_FOUND while there is none */
export function openReport(_deps: Pick<ActivityDeps, 'db' | 'cipher'>, _fileId: string): AsyncIterable<Buffer> {
  throw new Error('not built yet');
}

/** The report lies where its partner finds it. */
export async function markReportTaken(_db: Db, _fileId: string): Promise<void> {
  await Promise.reject(new Error('not built yet'));
}
