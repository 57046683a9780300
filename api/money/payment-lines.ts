import { type CalendarDate, type Instant, instant } from '../../domain/calendar-date';
import { type Cents, cents, ZERO_CENTS } from '../../domain/cents';
import type { EntryKind } from '../../domain/ledger';
import type { PaymentLine } from './payments-port';
import type { BalanceStep, DebitRow, HistoryRows, PaymentRow } from './payment-rows';

/** The end of an account number; null where nobody told us: a card is only known to its processor. */
export type LastFour = (accountId: string | null) => string | null;

/** A line and its place in time. */
interface Placed {
  line: Omit<PaymentLine, 'balanceAfterCents'>;
  /** the ledger entry that moved the balance */
  key?: string;
  /** where no entry did: when it was. Nothing at all: it is under way. */
  at?: Instant;
}

/**
 * A lease's payments as its customer saw them, oldest first. Each line stands where its ledger entry stands, so that
 * the balance beside the last one is the ledger's own.
 *
 * A debit presented again is the same payment: its newest presentment carries the payment's ID, an earlier one a number
 * behind it. A debit that came back after it had settled is two facts: the payment, `returned`, and a `reversal`.
 */
export function paymentLines({ payments, debits, steps }: HistoryRows, lastFour: LastFour): PaymentLine[] {
  const running = runningBalances(steps);
  const places = new Map(steps.map(({ key }, index) => [key, index]));
  const placed = payments.flatMap((payment) => linesOf(payment, debitsOf(payment, debits), { places, lastFour }));
  return placed
    .map((line) => ({ ...line, ...placeOf(line, steps, places) }))
    .sort((one, other) => one.place - other.place || one.rank - other.rank || byDate(one.line, other.line))
    .map(({ line, place }) => ({ ...line, balanceAfterCents: running[place] ?? ZERO_CENTS }));
}

/** What a return or the end of a lease takes off what is owed, in the same moment as the line it belongs to. */
const TAKEN_OFF: readonly EntryKind[] = ['RentReduced', 'RentForgone', 'LateFeeWaived'];

/** What the customer owed after each entry, and after what went with it: who has bought the goods owes nothing. */
function runningBalances(steps: readonly BalanceStep[]): Cents[] {
  let balanceCents = 0;
  const after = steps.map(({ debitCents, creditCents }) => {
    balanceCents += debitCents - creditCents;
    return cents(balanceCents);
  });
  return steps.map(({ at }, index) => {
    const next = steps.findIndex((step, place) => place > index && !(step.at === at && TAKEN_OFF.includes(step.kind)));
    return after[next === -1 ? steps.length - 1 : next - 1] ?? ZERO_CENTS;
  });
}

const debitsOf = ({ payment_id }: PaymentRow, debits: readonly DebitRow[]) =>
  debits.filter((debit) => debit.payment_id === payment_id);

interface Context {
  places: ReadonlyMap<string, number>;
  lastFour: LastFour;
}

function linesOf(payment: PaymentRow, entries: readonly DebitRow[], context: Context): Placed[] {
  const newest = entries.at(-1);
  if (payment.kind === 'initial') return [withoutEntry(payment, `open-lease:${payment.lease_id}`, context)];
  if (payment.kind === 'refund') return [refundOf(payment, newest, context)];
  if (!newest) return [withoutEntry(payment, `take-payment:${payment.payment_id}`, context)];
  return entries.flatMap((entry, index) => presentment(payment, entry, index, { ...context, newest }));
}

/** Paid by card, or a debit that is in no file yet. */
function withoutEntry(payment: PaymentRow, key: string, { places, lastFour }: Context): Placed {
  const last4 = payment.method === 'bank_account' ? lastFour(null) : null;
  const line = lineOf(payment, last4);
  if (places.has(key)) return { line, key };
  return payment.state === 'pending' ? { line } : { line, at: endOf(dateOf(line)) };
}

function refundOf(payment: PaymentRow, entry: DebitRow | undefined, { lastFour }: Context): Placed {
  const last4 = payment.method === 'bank_account' ? lastFour(entry?.account_id ?? null) : null;
  return { line: lineOf(payment, last4), key: `owe-refund:${payment.payment_id}` };
}

/** One presentment of a debit, and what the bank did with it. */
function presentment(
  payment: PaymentRow,
  entry: DebitRow,
  index: number,
  { places, lastFour, newest }: Context & { newest: DebitRow },
): Placed[] {
  const isNewest = entry === newest;
  const line = {
    ...lineOf(payment, lastFour(entry.account_id)),
    paymentId: isNewest ? payment.payment_id : `${payment.payment_id}-${index + 1}`,
    state: isNewest ? payment.state : 'returned',
    amountCents: entry.amount_cents,
    effectiveOn: entry.effective_on,
    reference: entry.trace_number,
  } as const;
  const settled = `settle-debit:${entry.trace_number}`;
  const returned = `return-debit:${entry.trace_number}`;
  const hasSettled = places.has(settled);
  const made: Placed = hasSettled
    ? { line: { ...line, postedOn: entry.effective_on }, key: settled }
    : { line: { ...line, postedOn: null }, ...(entry.state === 'in_file' ? {} : { at: endOf(entry.returned_on) }) };
  if (!hasSettled || entry.state !== 'returned') return [made];
  const back = {
    kind: 'reversal',
    state: 'posted',
    postedOn: entry.returned_on,
    effectiveOn: entry.returned_on,
  } as const;
  return [made, { line: { ...line, ...back, paymentId: `${line.paymentId}-reversal` }, key: returned }];
}

function lineOf(payment: PaymentRow, last4: string | null): Placed['line'] {
  return {
    paymentId: payment.payment_id,
    kind: payment.kind,
    number: payment.number,
    dueOn: payment.due_on ?? payment.pay_on,
    postedOn: payment.posted_on,
    effectiveOn: payment.effective_on,
    amountCents: payment.amount_cents,
    method: { type: payment.method, last4 },
    state: payment.state,
    reference: payment.reference,
  };
}

/** Beside the last entry that had happened by then; what is under way beside the newest of all. */
function placeOf({ key, at }: Placed, steps: readonly BalanceStep[], places: ReadonlyMap<string, number>) {
  const own = key === undefined ? undefined : places.get(key);
  if (own !== undefined) return { place: own, rank: 0 };
  if (at === undefined) return { place: steps.length - 1, rank: 2 };
  return { place: steps.findLastIndex((step) => step.at <= at), rank: 1 };
}

/** The date a line is found by: when its money moved, else when it is due. */
export const dateOf = (line: Pick<PaymentLine, 'postedOn' | 'dueOn' | 'effectiveOn'>): CalendarDate | null =>
  line.postedOn ?? line.dueOn ?? line.effectiveOn;

function byDate(one: Placed['line'], other: Placed['line']): number {
  return String(dateOf(one)).localeCompare(String(dateOf(other)));
}

/** A day of nothing but a date is over at its last instant. */
const endOf = (date: CalendarDate | null): Instant => instant(Date.parse(`${date ?? '2020-01-01'}T23:59:59.999Z`));
