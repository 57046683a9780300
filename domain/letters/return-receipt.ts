import { dateText } from '../agreement/date-text';
import { moneyText } from '../agreement/money-text';
import type { CalendarDate } from '../calendar-date';
import { type Cents, cents, sumCents } from '../cents';
import type { LeasePricing } from '../pricing';
import { type Letter, type LetterBlock, left, right } from './letter';
import { type LetterHead, letterOf } from './letter-head';
import { RETURN_RECEIPT_WORDS, type ReturnKindWords } from './return-receipt-words';
import { type LetterPayment, scheduleTable } from './schedule-table';

export interface ReturnFacts {
  head: LetterHead;
  kind: 'returned' | 'price_adjusted';
  returnedOn: CalendarDate;
  /** what was taken from each line of the order; no quantity where only its price went down */
  lines: readonly { description: string; quantity?: number; amountCents: Cents }[];
  /** what the customer gets back by it */
  refundCents: Cents;
  /** everything came back: there is no lease any more */
  isWhole: boolean;
  /** false: the rest of the order is still to be delivered */
  isFunded: boolean;
  /** of what is left */
  pricing: LeasePricing;
  /** the whole schedule as the return left it; absent where there is none, or it has changed since */
  payments?: readonly LetterPayment[];
}

/** What came back or became cheaper, what is refunded, and what is still to be paid (domain.md 3.9, 6.8). */
export function returnReceipt(facts: ReturnFacts): Letter {
  const { head, isWhole, returnedOn, kind } = facts;
  const words = RETURN_RECEIPT_WORDS[head.language];
  const { title, received }: ReturnKindWords = words[kind];
  return letterOf(head, title, [
    { kind: 'paragraph', text: received(dateText(returnedOn, head.language)) },
    linesOf(facts),
    refundOf(facts),
    ...(isWhole ? endOf(facts) : restOf(facts)),
  ]);
}

function linesOf({ head, lines }: ReturnFacts): LetterBlock {
  const words = RETURN_RECEIPT_WORDS[head.language];
  const total = sumCents(lines.map(({ amountCents }) => amountCents));
  const rows = lines.map(({ description, quantity, amountCents }) => [
    ...[description, quantity === undefined ? '' : String(quantity), moneyText(amountCents)],
  ]);
  return {
    kind: 'table',
    columns: [left(words.item, 6), right(words.quantity, 2), right(words.amount, 3)],
    rows: [...rows, [words.total, '', moneyText(total)]],
  };
}

function refundOf({ head, refundCents }: ReturnFacts): LetterBlock {
  const words = RETURN_RECEIPT_WORDS[head.language];
  const text = refundCents > 0 ? words.refund(moneyText(refundCents)) : words.noRefund;
  return { kind: 'paragraph', text, isStrong: refundCents > 0 };
}

function endOf({ head, isFunded }: ReturnFacts): LetterBlock[] {
  const words = RETURN_RECEIPT_WORDS[head.language];
  return [{ kind: 'paragraph', text: isFunded ? words.leaseEnded : words.orderEnded }];
}

function restOf({ head, isFunded, pricing, payments }: ReturnFacts): LetterBlock[] {
  const words = RETURN_RECEIPT_WORDS[head.language];
  const { cashPriceCents, initialPaymentCents, totalToOwnCents } = pricing;
  const rentCents = cents(totalToOwnCents - initialPaymentCents);
  return [
    { kind: 'heading', text: words.rest },
    { kind: 'paragraph', text: isFunded ? words.newSchedule : words.newPrice },
    {
      kind: 'facts',
      rows: [
        [words.cashPrice, moneyText(cashPriceCents)],
        [words.rent, moneyText(rentCents)],
        [words.totalToOwn, moneyText(totalToOwnCents)],
      ],
    },
    payments ? scheduleTable(payments, totalToOwnCents, head.language) : inWords(pricing, head),
    { kind: 'paragraph', text: words.earlyPurchase },
  ];
}

/** Where no dates can be given. */
function inWords(pricing: LeasePricing, { language }: LetterHead): LetterBlock {
  const { numberOfPayments, paymentCents, lastPaymentCents, totalToOwnCents } = pricing;
  const words = RETURN_RECEIPT_WORDS[language];
  const amounts = [paymentCents, lastPaymentCents, totalToOwnCents].map(moneyText);
  const [payment = '', lastPayment = '', totalToOwn = ''] = amounts;
  return { kind: 'paragraph', text: words.payments(numberOfPayments, { payment, lastPayment, totalToOwn }) };
}
