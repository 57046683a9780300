import { type Cents, cents, sumCents } from './cents';

/** A sum that is still to be paid, under the number of its scheduled payment. */
export interface OpenAmount {
  number: number;
  openCents: Cents;
}

/** What a customer still has to pay: rent payment by payment, and late fees. In any order. */
export interface OpenAccount {
  rent: readonly OpenAmount[];
  fees: readonly OpenAmount[];
}

export interface PaymentApplication {
  target: 'rent' | 'fee';
  /** of the scheduled payment whose rent, or whose late fee, is paid */
  number: number;
  amountCents: Cents;
}

export interface AppliedPayment {
  applications: PaymentApplication[];
  /** what is left when everything is paid: goes back to the customer */
  surplusCents: Cents;
}

/**
 * What a payment pays: rent from the oldest on, then late fees from the oldest on. Rent comes first so that no fee can
 * make a customer who paid the rent late with it, and because rent, not fees, makes the goods the customer's.
 *
 * @param account     what is open; an amount of nothing is passed over
 * @param amountCents what the customer paid, in cents
 * @returns applications above zero that, with the surplus, add up to `amountCents`
 */
export function applyPayment({ rent, fees, amountCents }: OpenAccount & { amountCents: Cents }): AppliedPayment {
  const applications: PaymentApplication[] = [];
  let leftCents: number = amountCents;
  const open = [
    ...oldestFirst(rent).map((each) => ({ target: 'rent' as const, ...each })),
    ...oldestFirst(fees).map((each) => ({ target: 'fee' as const, ...each })),
  ];
  for (const { target, number, openCents } of open) {
    const paidCents = Math.min(openCents, leftCents);
    if (paidCents <= 0) continue;
    applications.push({ target, number, amountCents: cents(paidCents) });
    leftCents -= paidCents;
  }
  return { applications, surplusCents: cents(leftCents) };
}

/**
 * What the price of early purchase pays. Open late fees are a part of the price, so they are paid first; the rest is
 * rent from the oldest on, and the rent that the price leaves open is never due.
 *
 * @param account     what is open when the price is paid
 * @param amountCents the price, in cents
 */
export function applyBuyout({ rent, fees, amountCents }: OpenAccount & { amountCents: Cents }): AppliedPayment {
  const paidFees = applyPayment({ rent: [], fees, amountCents });
  const paidRent = applyPayment({ rent, fees: [], amountCents: paidFees.surplusCents });
  return { ...paidRent, applications: [...paidFees.applications, ...paidRent.applications] };
}

/** Everything that is open, in cents. */
export const owedCents = ({ rent, fees }: OpenAccount): Cents =>
  sumCents([...rent, ...fees].map(({ openCents }) => openCents));

const oldestFirst = (open: readonly OpenAmount[]): OpenAmount[] => [...open].sort((a, b) => a.number - b.number);
