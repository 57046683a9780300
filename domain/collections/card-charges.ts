import { type Cents, cents } from '../cents';
import type { LeaseId } from '../ids';
import { applyPayment, type OpenAccount, type PaymentApplication } from '../payment-application';

/** A customer's one-time payment whose day has come. Amount in US cents. */
export interface DueCharge {
  paymentId: string;
  leaseId: LeaseId;
  amountCents: Cents;
  /** its amount was fixed by an earlier try, which may have reached the card already */
  isFixed: boolean;
  /** what the lease still owes; undefined when it owes nothing any more, since it has ended */
  account: OpenAccount | undefined;
}

/** Nothing is charged where nothing is owed. */
export interface FixedCharge {
  paymentId: string;
  chargedCents: Cents;
}

/**
 * What each payment may take: never more than its lease still owes, the earlier payment first. An amount that was fixed
 * before stays, since the card may have been charged with it.
 *
 * @param due in the order in which they are charged
 */
export function fixCharges(due: readonly DueCharge[]): FixedCharge[] {
  const leftByLease = new Map<LeaseId, number>();
  return due.map(({ paymentId, leaseId, amountCents, isFixed, account }) => {
    const leftCents = leftByLease.get(leaseId) ?? owedCents(account);
    const chargedCents = isFixed ? amountCents : cents(Math.min(amountCents, Math.max(leftCents, 0)));
    leftByLease.set(leaseId, leftCents - chargedCents);
    return { paymentId, chargedCents };
  });
}

export interface TakenCharge extends Omit<DueCharge, 'isFixed'> {
  applications: PaymentApplication[];
  /** owed back: somebody else paid between the fixing and the charge */
  surplusCents: Cents;
}

/** Uses what the cards gave, one payment after the other: rent from the oldest on, then fees. */
export function applyCharges(taken: readonly DueCharge[]): TakenCharge[] {
  const accounts = new Map<LeaseId, OpenAccount | undefined>();
  return taken.map(({ isFixed: _, ...charge }) => {
    const { leaseId, amountCents } = charge;
    const account = accounts.has(leaseId) ? accounts.get(leaseId) : charge.account;
    if (!account) return { ...charge, applications: [], surplusCents: amountCents };
    const applied = applyPayment({ ...account, amountCents });
    accounts.set(leaseId, without(account, applied.applications));
    return { ...charge, ...applied };
  });
}

function owedCents(account: OpenAccount | undefined): number {
  if (!account) return 0;
  return [...account.rent, ...account.fees].reduce((total: number, { openCents }) => total + openCents, 0);
}

function without(account: OpenAccount, applications: readonly PaymentApplication[]): OpenAccount {
  const left = (target: PaymentApplication['target'], open: OpenAccount['rent']) =>
    open.map(({ number, openCents }) => {
      const used = applications.find((each) => each.target === target && each.number === number);
      return { number, openCents: cents(openCents - (used?.amountCents ?? 0)) };
    });
  return { rent: left('rent', account.rent), fees: left('fee', account.fees) };
}
