import { type Cents, sumCents } from '../../../../domain/cents';
import { day, lastDayBefore, money } from '../../../pages/formatting';
import type { Language } from '../../../pages/language';
import { type Fact, Facts } from '../facts';
import { STATUS_WORDS } from '../status-words';
import type { LeasePageView } from './view';
import { LEASE_PAGE_WORDS } from './words';

/** What a store wants to know of a lease at a glance. */
export function Summary({ view, language }: { view: LeasePageView; language: Language }) {
  return <Facts facts={[...who(view, language), ...order(view, language), ...moneyOf(view, language)]} />;
}

function who({ lease, desk }: LeasePageView, language: Language): Fact[] {
  const words = LEASE_PAGE_WORDS[language];
  return [
    [words.status, STATUS_WORDS[language].status[lease.status]],
    [words.customer, desk.customerName],
    [words.store, desk.storeName],
  ];
}

function order({ lease, desk }: LeasePageView, language: Language): Fact[] {
  const words = LEASE_PAGE_WORDS[language];
  const until = (deadline: typeof lease.approvalExpiresAt) =>
    deadline && day(lastDayBefore(deadline, desk.timeZone), language);
  const isUnsigned = lease.status === 'contracts';
  return [
    [words.approvalLimit, amount(lease.approvalLimitCents)],
    [words.approvedUntil, lease.status === 'approved' ? until(lease.approvalExpiresAt) : null],
    [words.invoiceNumber, lease.invoiceNumber],
    [words.invoiceTotal, amount(lease.invoiceTotalCents)],
    [words.signBy, isUnsigned ? until(lease.contractsExpireAt) : null],
    [words.signedOn, desk.signedOn && day(desk.signedOn, language)],
    [words.fundingOn, lease.fundingScheduledFor && day(lease.fundingScheduledFor, language)],
    [words.deliveredOn, lease.deliveredOn && day(lease.deliveredOn, language)],
  ];
}

function moneyOf({ lease, fundings }: LeasePageView, language: Language): Fact[] {
  const words = LEASE_PAGE_WORDS[language];
  const { funding, servicing } = STATUS_WORDS[language];
  const netCents = fundings.length > 0 ? sumCents(fundings.map((line) => line.netCents)) : lease.invoiceTotalCents;
  return [
    [words.youGet, amount(netCents)],
    [words.funding, lease.fundingState === 'not_eligible' ? null : funding[lease.fundingState]],
    [words.servicing, lease.servicingState && servicing[lease.servicingState]],
  ];
}

/** Zero is an amount too: who took everything back gets nothing. */
const amount = (amountCents: Cents | null): string | null => (amountCents === null ? null : money(amountCents));
