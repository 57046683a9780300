import { day, money } from '../../../pages/formatting';
import type { Language } from '../../../pages/language';
import { Table } from '../../../pages/table';
import { receiptPath, runPath } from '../paths';
import { STATUS_WORDS } from '../status-words';
import type { LeasePageView } from './view';
import { LEASE_PAGE_WORDS } from './words';

interface SectionProps {
  view: LeasePageView;
  language: Language;
}

export function OrderLines({ view: { desk }, language }: SectionProps) {
  const words = LEASE_PAGE_WORDS[language];
  if (desk.lines.length === 0) return null;
  const isReduced = desk.lines.some(({ leftCents, lineTotalCents }) => leftCents !== lineTotalCents);
  return (
    <Table
      caption={words.order}
      rows={desk.lines}
      keyOf={({ lineNumber }) => lineNumber}
      columns={[
        { title: words.item, cell: ({ description }) => description },
        { title: words.sku, cell: ({ sku }) => sku },
        { title: words.quantity, cell: ({ quantity }) => quantity, isNumber: true },
        { title: words.price, cell: ({ priceEachCents }) => money(priceEachCents), isNumber: true },
        { title: words.total, cell: ({ lineTotalCents }) => money(lineTotalCents), isNumber: true },
        ...(isReduced
          ? [{ title: words.left, cell: (line: { leftCents: number }) => money(line.leftCents), isNumber: true }]
          : []),
      ]}
    />
  );
}

export function Shipments({ view: { desk }, language }: SectionProps) {
  const words = LEASE_PAGE_WORDS[language];
  if (desk.shipments.length === 0) return null;
  const described = new Map(desk.lines.map(({ lineNumber, description }) => [lineNumber, description]));
  return (
    <Table
      caption={words.shipments}
      rows={desk.shipments}
      keyOf={({ shipmentId }) => shipmentId}
      columns={[
        {
          title: words.item,
          cell: ({ lines }) =>
            lines
              .map(({ lineNumber, quantity }) => `${quantity} × ${described.get(lineNumber) ?? lineNumber}`)
              .join(', '),
        },
        { title: words.shippedOn, cell: ({ shippedOn }) => (shippedOn ? day(shippedOn, language) : words.notYet) },
        {
          title: words.deliveredOn,
          cell: ({ deliveredOn }) => (deliveredOn ? day(deliveredOn, language) : words.notYet),
        },
      ]}
    />
  );
}

export function Returns({ view: { lease, returns }, language }: SectionProps) {
  const words = LEASE_PAGE_WORDS[language];
  if (returns.length === 0) return null;
  return (
    <Table
      caption={words.returns}
      rows={returns}
      keyOf={({ returnId }) => returnId}
      columns={[
        {
          title: words.receipt,
          cell: ({ returnId }) => <a href={receiptPath(lease.leaseId, returnId)}>{returnId}</a>,
        },
        { title: words.kind, cell: ({ actionType }) => words.returnKinds[actionType] },
        { title: words.returnedOn, cell: ({ returnedOn }) => day(returnedOn, language) },
        { title: words.takenFromYou, cell: ({ merchantDebitCents }) => money(merchantDebitCents), isNumber: true },
        { title: words.refunded, cell: ({ customerRefundCents }) => money(customerRefundCents), isNumber: true },
      ]}
    />
  );
}

/** @param mayOpenRuns whether the runs, with their other leases, are for this person */
export function Fundings({ view: { fundings }, language, mayOpenRuns }: SectionProps & { mayOpenRuns: boolean }) {
  const words = LEASE_PAGE_WORDS[language];
  const { funding, fundingKind } = STATUS_WORDS[language];
  if (fundings.length === 0) return null;
  return (
    <Table
      caption={words.fundings}
      rows={fundings}
      keyOf={({ fundingId }) => fundingId}
      columns={[
        { title: words.kind, cell: ({ kind }) => fundingKind[kind] },
        { title: words.amount, cell: ({ netCents }) => money(netCents), isNumber: true },
        { title: words.status, cell: ({ state }) => funding[state] },
        {
          title: words.run,
          cell: ({ runId }) => {
            if (runId === null) return words.noRunYet;
            return mayOpenRuns ? <a href={runPath(runId)}>{runId}</a> : runId;
          },
        },
        { title: words.paidOn, cell: ({ effectiveOn }) => effectiveOn && day(effectiveOn, language) },
      ]}
    />
  );
}
