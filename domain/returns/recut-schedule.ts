import type { CalendarDate } from '../calendar-date';
import { type Cents, cents, sumCents, ZERO_CENTS } from '../cents';
import { type AccountPayment, isLive, openCents, restCents, withAmount } from './account-payment';
import { type InvoiceChange, scaledCents } from './scale';

/**
 * The schedule after a part of the order went back or became cheaper (domain.md 3.9): what is unpaid is scaled by
 * new ÷ old invoice and spread again over the unpaid payments. Numbers and due dates stay; where a payment would fall
 * below one cent there are fewer payments.
 *
 * A payment in a file keeps its amount: the customer has been told of that debit. One whose period begins after the
 * return is scaled with the rest, so the others carry its share too; one whose period has begun is as good as paid.
 *
 * @param payments   all of the lease, in order
 * @param returnedOn the day the goods came back, in the store's time zone
 * @returns the same payments in the same order; unpaid ones that were not in a file are level but for the last, which
 *   is the smaller
 */
export function recutSchedule(
  payments: readonly AccountPayment[],
  invoice: InvoiceChange,
  returnedOn: CalendarDate,
): AccountPayment[] {
  const scaled = payments.filter(
    (payment) =>
      isLive(payment) && openCents(payment) > 0 && !(payment.state === 'in_file' && payment.dueOn <= returnedOn),
  );
  const filed = scaled.filter(({ state }) => state === 'in_file');
  const unfiled = scaled.filter(({ state }) => state !== 'in_file');
  const newRestCents = scaledCents(restCents(scaled), invoice);
  const keptFiled = asFiled(filed, newRestCents);
  const recut = new Map(
    [...keptFiled, ...spread(unfiled, cents(newRestCents - restCents(keptFiled)))].map((one) => [one.number, one]),
  );
  return payments.map((payment) => recut.get(payment.number) ?? payment);
}

/** Debits under way, earliest first, as far as there is anything left to pay; the surplus is given back when they settle. */
function asFiled(filed: readonly AccountPayment[], restToPayCents: Cents): AccountPayment[] {
  let leftCents: number = restToPayCents;
  return filed.map((payment) => {
    const dueCents = Math.min(openCents(payment), leftCents);
    leftCents -= dueCents;
    return withAmount(payment, cents(payment.paidCents + dueCents));
  });
}

/** What was paid on account of a payment counts: the amounts become level, not what is left of them. */
function spread(payments: readonly AccountPayment[], restToPayCents: Cents): AccountPayment[] {
  const amounts = levelOrFewer(cents(restToPayCents + paidOf(payments)), payments.length);
  const overpaid = payments.filter(({ paidCents }, index) => paidCents > (amounts[index] ?? 0));
  if (overpaid.length === 0) {
    return payments.map((payment, index) => withAmount(payment, amounts[index] ?? ZERO_CENTS));
  }
  const others = payments.filter((payment) => !overpaid.includes(payment));
  return [...overpaid.map((payment) => withAmount(payment, payment.paidCents)), ...spread(others, restToPayCents)];
}

const paidOf = (payments: readonly AccountPayment[]): Cents => sumCents(payments.map(({ paidCents }) => paidCents));

/**
 * The total in at most `count` payments, all level but the last: 0 < last <= level. The level is rounded up, as in a
 * price; where that leaves nothing for the last ones there are fewer (api.md "price adjustment").
 */
function levelOrFewer(totalToPayCents: Cents, count: number): Cents[] {
  if (totalToPayCents === 0) return [];
  const levelCents = Math.ceil(totalToPayCents / count);
  const neededCount = Math.ceil(totalToPayCents / levelCents);
  return Array.from({ length: neededCount }, (_, index) =>
    cents(index < neededCount - 1 ? levelCents : totalToPayCents - levelCents * (neededCount - 1)),
  );
}
