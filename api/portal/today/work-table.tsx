import type { CalendarDate } from '../../../domain/calendar-date';
import type { LeaseView } from '../../../domain/lease-view';
import { day, lastDayBefore, money } from '../../pages/formatting';
import { type Column, Table } from '../../pages/table';
import { nextStep } from '../leases/next-step';
import { nextStepText } from '../leases/next-step-words';
import { leasePath } from '../leases/paths';
import { STATUS_WORDS } from '../leases/status-words';
import type { Visit } from '../visit';
import type { WorkRow } from '../work-lists';
import { WORK_WORDS } from './work-words';

/** UTC where a store says nothing of its clock: a deadline a day early does no harm. */
const NO_CLOCK = 'UTC';

interface WorkTableProps {
  visit: Visit;
  caption: string;
  rows: readonly WorkRow[];
}

/** Leases as a store's desk needs them: which, whose, how much, what to do, until when. */
export function WorkTable({ visit, caption, rows }: WorkTableProps) {
  const { language, stores } = visit;
  const { columns: titles } = WORK_WORDS[language];
  const storeOf = (lease: LeaseView) => stores.find(({ storeId }) => storeId === lease.storeId);
  const zoneOf = (lease: LeaseView): string => storeOf(lease)?.timeZone ?? NO_CLOCK;
  const columns: Column<WorkRow>[] = [
    { title: titles.lease, isCode: true, cell: ({ lease }) => <a href={leasePath(lease.leaseId)}>{lease.leaseId}</a> },
    { title: titles.customer, cell: ({ customerName }) => <bdi>{customerName}</bdi> },
    { title: titles.invoice, cell: ({ lease }) => lease.invoiceNumber && <bdi>{lease.invoiceNumber}</bdi> },
    {
      title: titles.amount,
      isNumber: true,
      cell: ({ lease: { invoiceTotalCents } }) => invoiceTotalCents && money(invoiceTotalCents),
    },
    {
      title: titles.status,
      cell: (row) => <StatusTag row={row} text={STATUS_WORDS[language].status[row.lease.status]} />,
    },
    { title: titles.next, cell: (row) => nextStepText(stepOf(row, zoneOf(row.lease)), language) },
    {
      title: titles.deadline,
      cell: ({ lease }) => {
        const date = deadlineOf(lease, zoneOf(lease));
        return date && day(date, language);
      },
    },
    ...(stores.length > 1 ? [{ title: titles.store, cell: ({ lease }: WorkRow) => storeOf(lease)?.name ?? null }] : []),
  ];
  return <Table caption={caption} isCaptionHidden columns={columns} rows={rows} keyOf={({ lease }) => lease.leaseId} />;
}

function StatusTag({ row, text }: { row: WorkRow; text: string }) {
  return <span class={`tag ${tagOf(row)}`}>{text}</span>;
}

function tagOf({ lease, isBlocked, isOverdue }: WorkRow): string {
  const isUnpaid = lease.fundingState === 'held' || lease.fundingState === 'bank_returned';
  if (isBlocked || isOverdue || isUnpaid || lease.status === 'contracts_expired') return 'tag-bad';
  if (lease.status === 'funded' || lease.isOkToDeliver) return 'tag-good';
  return lease.status === 'contracts' ? 'tag-watch' : '';
}

const stepOf = ({ lease, isBlocked, isOverdue, hasShipments }: WorkRow, timeZone: string) =>
  nextStep(lease, { isBlocked, isOverdue, timeZone, shipments: hasShipments ? [{ deliveredOn: null }] : [] });

/** The last day on which the next step can be done; null where nothing runs out. */
function deadlineOf(lease: LeaseView, timeZone: string): CalendarDate | null {
  const { status, approvalExpiresAt, contractsExpireAt } = lease;
  const isOpen = status === 'approved' || (status === 'lease_accepted' && lease.fundingScheduledFor === null);
  const deadline = status === 'contracts' ? contractsExpireAt : isOpen ? approvalExpiresAt : null;
  return deadline === null ? null : lastDayBefore(deadline, timeZone);
}
