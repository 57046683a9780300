import { readApplicant } from '../../../db/applicants';
import type { Cipher } from '../../../db/cipher';
import type { Db } from '../../../db/database';
import type { LeaseRow } from '../../../db/leases';
import { shortName } from '../../../db/portal-leases';
import { returnsOf } from '../../../db/returns';
import { readShipments } from '../../../db/shipments';
import { findStore } from '../../../db/stores';
import { findVerdicts, verdictAnswer } from '../../../db/verdicts';
import type { InvoiceItem } from '../../../domain/invoice';
import { linesLeft } from '../../../domain/returns/lines-left';
import { requireLease } from '../../reads/tenancy';
import type { DeskLease, DeskLine, LeaseDesk } from './desk-port';

/** The reads of the lease pages, from SQL. */
export function leaseDesk(db: Db, cipher: Cipher): LeaseDesk {
  return {
    async lease(caller, leaseId) {
      const row = await requireLease(db, caller, leaseId);
      const { customer, row: applicant } = await readApplicant(db, cipher, leaseId);
      return {
        customerName: shortName(customer),
        customerLanguage: applicant.language,
        ...(await storeOf(db, row)),
        isBlocked: row.is_blocked,
        isOverdue: row.is_overdue,
        signedOn: row.signed_on,
        deliveryState: row.delivery_state,
        lines: await linesOf(db, row),
        shipments: row.contract_round === null ? [] : await readShipments(db, leaseId),
      };
    },

    async signingUrl(caller, leaseId) {
      const row = await requireLease(db, caller, leaseId);
      if (row.status !== 'contracts' || row.is_blocked) return null;
      const invoice = await invoiceOf(db, row);
      const [verdict] = invoice ? await findVerdicts(db, [invoice.message_id]) : [];
      const answer = verdict && verdictAnswer(cipher, verdict);
      return hasSigningUrl(answer) ? answer.signingUrl : null;
    },
  };
}

async function storeOf(db: Db, row: LeaseRow): Promise<Pick<DeskLease, 'storeName' | 'storeKind' | 'timeZone'>> {
  const found = await findStore(db, row.store_id);
  if (!found) throw new Error('the store of a lease is there');
  const { name, kind, time_zone: timeZone } = found.store;
  return { storeName: name, storeKind: kind, timeZone };
}

async function invoiceOf(db: Db, { lease_id: leaseId, contract_round: round }: LeaseRow) {
  if (round === null) return undefined;
  return await db
    .selectFrom('invoices')
    .select(['lines', 'message_id'])
    .where('lease_id', '=', leaseId)
    .where('round', '=', round)
    .executeTakeFirst();
}

async function linesOf(db: Db, row: LeaseRow): Promise<DeskLine[]> {
  const invoice = await invoiceOf(db, row);
  if (!invoice) return [];
  const taken = (await returnsOf(db, row.lease_id)).filter(({ round }) => round === row.contract_round);
  const left = new Map(
    linesLeft(
      invoice.lines,
      taken.flatMap(({ lines }) => lines),
    ).map((line) => [line.lineNumber, line]),
  );
  return invoice.lines.map((line) => withLeft(line, left.get(line.lineNumber)));
}

function withLeft(line: InvoiceItem, left: Pick<DeskLine, 'leftQuantity' | 'leftCents'> | undefined): DeskLine {
  const { leftQuantity, leftCents } = left ?? { leftQuantity: line.quantity, leftCents: line.lineTotalCents };
  return { ...line, leftQuantity, leftCents };
}

/** The answer is ours, sealed since; read like anything that comes from outside the types. */
function hasSigningUrl(answer: unknown): answer is { signingUrl: string } {
  return (
    typeof answer === 'object' && answer !== null && 'signingUrl' in answer && typeof answer.signingUrl === 'string'
  );
}
