import { type Cents, cents, sumCents, ZERO_CENTS } from '../cents';
import type { CalendarDate } from '../calendar-date';
import { assertNever } from '../errors';
import { LATER_PURCHASE_SHARE_BPS, stateTerms } from '../agreement/state-terms';
import { type Account, allCredit, initialCredit, type OpenPayment, rentCredit } from './account';
import { californiaPriceUntilOn, contractPriceUntilOn } from './deadlines';
import { halfUp, minus, plus, ratio, sumOf, times } from './ratio';

export type PurchaseFormula =
  'contract_90_day' | 'contract_discount' | 'ca_three_months' | 'ca_remaining' | 'ny_remaining' | 'oh_half';

export interface BreakdownLine {
  label: string;
  amountCents: Cents;
}

/** A price that contract or law gives on a day, before fees and limits. Its lines add up to it. */
export interface Offer {
  formula: PurchaseFormula;
  lines: BreakdownLine[];
  /** the last day of the formula; absent where it holds as long as the lease */
  untilOn?: CalendarDate;
}

/** Basis points in one whole. */
const BPS = 10_000;

/**
 * The prices that contract and law give on that day (domain.md 3.4); the customer takes the cheapest. The contract's
 * later price is given where no law has one; California's law takes the place of the contract's first price too.
 */
export function offersOf(account: Account): Offer[] {
  const { earlyPurchase } = stateTerms(account.facts.state);
  switch (earlyPurchase) {
    case 'CA':
      return californiaOffers(account);
    case 'NY':
      return [newYorkOffer(account), ...firstContractOffer(account)];
    case 'OH':
      return ohioOffers(account);
    // Michigan lets a share of the payments count, which no source at hand gives: the contract's price (decision 0017).
    case 'MI':
    case 'contract':
      return contractOffers(account);
    default:
      return assertNever(earlyPurchase);
  }
}

function contractOffers(account: Account): Offer[] {
  const first = firstContractOffer(account);
  return first.length > 0 ? first : [discountOffer(account)];
}

/** Ohio counts from the first payment on; a customer who has paid nothing yet has the contract's price. */
function ohioOffers(account: Account): Offer[] {
  const hasPaid = account.rentPaidCents > 0 || account.facts.initialPaymentCents > 0;
  return hasPaid ? [ohioOffer(account), ...firstContractOffer(account)] : contractOffers(account);
}

function californiaOffers(account: Account): Offer[] {
  const untilOn = californiaPriceUntilOn(account.facts.signedOn);
  if (account.asOfOn > untilOn) return [{ formula: 'ca_remaining', lines: shareLines(account) }];
  const lines = creditLines(account, [
    { label: 'Initial payment', credit: initialCredit(account) },
    { label: 'Lease payments made', credit: rentCredit(account) },
  ]);
  return [{ formula: 'ca_three_months', lines, untilOn }];
}

/** Cash price less the lease payments made, up to day 90; the initial payment is not credited. */
function firstContractOffer(account: Account): Offer[] {
  const untilOn = contractPriceUntilOn(account.facts.deliveredOn);
  if (account.asOfOn > untilOn) return [];
  const lines = creditLines(account, [{ label: 'Lease payments made', credit: rentCredit(account) }]);
  return [{ formula: 'contract_90_day', lines, untilOn }];
}

function discountOffer({ remainingCents }: Account): Offer {
  const priceCents = halfUp(ratio(remainingCents, LATER_PURCHASE_SHARE_BPS, BPS));
  const lines = [
    { label: 'Remaining lease payments', amountCents: remainingCents },
    { label: 'Discount for paying at once', amountCents: cents(priceCents - remainingCents) },
  ];
  return { formula: 'contract_discount', lines };
}

function ohioOffer(account: Account): Offer {
  const half = times(allCredit(account), ratio(1, 1, 2));
  return { formula: 'oh_half', lines: creditLines(account, [{ label: 'Half of all payments made', credit: half }]) };
}

/** The price is at least one periodic payment. */
function newYorkOffer(account: Account): Offer {
  const lines = shareLines(account);
  const priceCents = sumCents(lines.map(({ amountCents }) => amountCents));
  const floorCents = Math.max(0, ...[...account.pastDue, ...account.toCome].map(({ amountCents }) => amountCents));
  const raise = { label: 'Raised to one lease payment', amountCents: cents(Math.max(0, floorCents - priceCents)) };
  return { formula: 'ny_remaining', lines: [...lines, ...(raise.amountCents > 0 ? [raise] : [])] };
}

/**
 * Cash price by the share of the payments that are still to come, and what is past due. A part of a payment is that
 * part of one: who has paid half of the next one has half of it less to come.
 */
function shareLines({ facts, pastDue, toCome }: Account): BreakdownLine[] {
  const left = sumOf(toCome.map(({ openCents, amountCents }) => ratio(1, openCents, amountCents)));
  const share =
    facts.schedule.length === 0 ? ratio(0) : times(left, ratio(facts.cashPriceCents, 1, facts.schedule.length));
  const pastDueLine = { label: 'Past due lease payments', amountCents: openIn(pastDue) };
  const shareLine = { label: 'Cash price by the share of payments still to come', amountCents: halfUp(share) };
  return [...(pastDueLine.amountCents > 0 ? [pastDueLine] : []), shareLine];
}

/**
 * Cash price less credits. Rounded once, as the price is: the last credit takes what rounding leaves. Goods that went
 * back have taken their part of each credit with them.
 */
function creditLines(
  { facts }: Account,
  credits: { label: string; credit: ReturnType<typeof ratio> }[],
): BreakdownLine[] {
  const cash = ratio(facts.cashPriceCents);
  let creditedCents: number = 0;
  let credited = ratio(0);
  const lines = credits.map(({ label, credit }) => {
    credited = plus(credited, credit);
    const soFarCents = facts.cashPriceCents - halfUp(minus(cash, credited));
    const amountCents = cents(creditedCents - soFarCents);
    creditedCents = soFarCents;
    return { label, amountCents };
  });
  const made = lines.filter(({ amountCents }) => amountCents !== 0);
  return [{ label: 'Cash price', amountCents: facts.cashPriceCents }, ...made];
}

const openIn = (payments: readonly OpenPayment[]): Cents =>
  payments.reduce((total, { openCents }) => cents(total + openCents), ZERO_CENTS);
