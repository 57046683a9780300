import { log } from '@temporalio/activity';
import { recordEndedRefusal } from '../../db/ended-leases';
import type { FundingFileRow } from '../../db/funding-files';
import { fingerprintOf, messageIdFor } from '../../db/message-ids';
import { keepRequest } from '../../db/requests';
import type { FundingRow } from '../../domain/funding-file/read-row';
import type { MessageId } from '../../domain/ids';
import type { ActivityDeps } from '../deps';

type Deps = Pick<ActivityDeps, 'db' | 'cipher' | 'leases'>;

const OPERATION_ID = 'submitDeliveryConfirmations';

/** So many leases are told at once: enough to keep Temporal busy, too few to hold it up for others. */
const AT_ONCE = 12;

/** A row that its lease is to hear. */
export interface RowToTell {
  rowNumber: number;
  row: FundingRow;
  messageId: MessageId;
}

/** The message of a row: the same however often the file is read, and whatever name its bytes come under. */
export function messageOfRow(cipher: Deps['cipher'], file: FundingFileRow, rowNumber: number): MessageId {
  return messageIdFor(cipher, file.merchant_id, `funding-file ${file.sha256} ${rowNumber}`);
}

/** Tells each lease what its row says. One that cannot be told is logged, and told again in a later round. */
export async function tellLeases(deps: Deps, file: FundingFileRow, rows: readonly RowToTell[]): Promise<void> {
  const waiting = [...rows];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await tellOrLog(deps, file, next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** One lease that fails is no reason to keep the others waiting; an outage shows at the next statement anyway. */
async function tellOrLog(deps: Deps, file: FundingFileRow, told: RowToTell): Promise<void> {
  try {
    await tellLease(deps, file, told);
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    log.warn('a lease could not be told of its row', { leaseId: told.row.leaseId, row: told.rowNumber, reason });
  }
}

/** Keep, then tell, as the API does: what a caller sent never travels through Temporal. */
async function tellLease(
  { db, cipher, leases }: Deps,
  { file_id, merchant_id, name }: FundingFileRow,
  { rowNumber, row, messageId }: RowToTell,
): Promise<void> {
  const { leaseId, deliveredOn, amountCents: invoiceTotalCents } = row;
  // The amount goes along: a lease whose invoice changed meanwhile is not funded for what nobody compared.
  const body = { deliveredOn, ...(invoiceTotalCents === null ? {} : { invoiceTotalCents }) };
  const by = { messageId, requestId: `${file_id}-${rowNumber}`, actor: `file:${name}`, channel: 'file' };
  const fingerprint = fingerprintOf(cipher, { operationId: OPERATION_ID, leaseId, body });
  const { requestId, actor } = by;
  const request = { messageId, caller: merchant_id, leaseId, operationId: OPERATION_ID, fingerprint, requestId, actor };
  await keepRequest(db, cipher, { ...request, body });
  const isHeard = await leases.tell(leaseId, by, { event: 'deliveryConfirmed', ...body });
  if (!isHeard) await recordEndedRefusal(db, cipher, leaseId, by, 'deliveryConfirmed');
}
