import type { AgreementFigures } from './agreement-figures';
import { sentences } from './sentences';
import {
  CALIFORNIA_DEFAULT_DAYS,
  type EarlyPurchaseTerms,
  FIRST_PURCHASE_DAYS,
  OHIO_GRACE_DAYS,
  type ReinstatementTerms,
  TEXAS_REINSTATEMENT_DAYS,
} from './state-terms';

type Text = (f: AgreementFigures) => string;

const HOW_TO_BUY = sentences(
  'To buy early, ask us for the price of the day and pay it at once: your regular payments do not do this by',
  'themselves, and the store cannot sell you the goods.',
);

/** California counts from the signature, three calendar months; everywhere else 90 days from delivery. */
export const firstPurchaseText: Text = (f) =>
  f.terms.earlyPurchase === 'CA'
    ? sentences(
        `Until three months after you sign you may buy the goods for the cash price of ${f.cashPrice}, less the`,
        'initial payment and every lease payment you have made, plus anything past due. On the day you sign that is',
        `${f.cashPriceLessInitialPayment}. If you sign on ${f.agreementOn}, the last day is ${f.firstPurchaseUntil}.`,
        'Within 10 days of signing we send you a separate notice of this amount and its last day.',
        HOW_TO_BUY,
      )
    : sentences(
        `Until ${FIRST_PURCHASE_DAYS} days after delivery you may buy the goods for ${f.ninetyDayBuyout}, less the`,
        `lease payments you have made${f.lateFee === undefined ? '' : ', plus any late fee you owe'}. The initial`,
        `payment is not subtracted. If the goods are delivered on ${f.agreementOn}, the last day is`,
        `${f.firstPurchaseUntil}.`,
        f.terms.earlyPurchase === 'contract' ? undefined : 'If the price described next is lower, you pay that one.',
        HOW_TO_BUY,
      );

const contractLater: Text = (f) =>
  `After that you may buy the goods at any time for ${f.laterPurchaseShare} of the lease payments not yet made.`;

const LATER_PURCHASE: Readonly<Record<EarlyPurchaseTerms, Text>> = {
  contract: contractLater,
  CA: (f) =>
    sentences(
      `After that you may buy the goods at any time for the cash price of ${f.cashPrice} multiplied by the number of`,
      `lease payments neither made nor due yet and divided by ${f.numberOfPayments}, plus anything past due.`,
    ),
  NY: (f) =>
    sentences(
      `At any time you may choose to buy the goods for the cash price of ${f.cashPrice} multiplied by the number of`,
      `lease payments neither made nor due yet and divided by ${f.numberOfPayments}, plus anything past due. The price`,
      'is at least one lease payment. Every receipt shows what is left to pay to own the goods both ways.',
    ),
  OH: (f) =>
    sentences(
      `At any time after your first payment you may buy the goods for the cash price of ${f.cashPrice} less half of`,
      'all the payments you have made, the initial payment included. When half of what you have paid equals the cash',
      'price, you own the goods at once, without doing anything.',
    ),
  MI: (f) =>
    sentences(
      contractLater(f),
      'If Michigan law counts enough of your payments toward the price to make it lower, you pay the lower price.',
    ),
};

/** Buying after that: the price by the rule of the governing state, never above the payments that remain. */
export const laterPurchaseText: Text = (f) =>
  sentences(
    LATER_PURCHASE[f.terms.earlyPurchase](f),
    f.lateFee === undefined ? undefined : 'You also pay any late fee you owe.',
    'The price is never more than the lease payments that remain, so buying early never costs you more than the total',
    `to own of ${f.totalToOwn}.`,
  );

/** The late fee of the governing state, on a level and on the last payment; none where the state allows none. */
export const lateFeesText: Text = (f) => {
  const fee = f.lateFee;
  if (fee === undefined) return 'We charge no late fee.';
  const last =
    fee.onPayment === fee.onLastPayment
      ? undefined
      : `For the last payment of ${f.lastPayment} it is ${fee.onLastPayment}.`;
  return sentences(
    `If a payment is ${fee.fromDaysLate} or more days late, we may charge one late fee for it: ${fee.share} of the`,
    `payment, at least ${fee.minimum}${fee.cap === undefined ? '' : ` and at most ${fee.cap}`}. For your payment of`,
    `${f.payment} the late fee is ${fee.onPayment}.`,
    last,
    'There is never more than one late fee for the same payment.',
    f.terms.reinstatement === 'NY'
      ? 'If you have several leases with us, their late fees together are at most 10% of what is past due on them.'
      : undefined,
    `Late fees are not part of the total to own of ${f.totalToOwn}.`,
  );
};

const SAME_GOODS = 'You then get back the same goods, or goods of the same quality and condition.';
const NO_FEE = 'We charge no fee for reinstating the lease.';

const REINSTATEMENT: Readonly<Record<ReinstatementTerms, Text>> = {
  contract: () =>
    sentences(
      'If you miss a payment, you may continue this lease as if nothing had happened, as long as you have the goods,',
      'by paying what is past due.',
    ),
  CA: (f) =>
    sentences(
      `If a payment is still missing ${CALIFORNIA_DEFAULT_DAYS[f.payFrequency]} days after its due date, you are in`,
      'default. Until then you may continue the lease without losing any right by paying what is past due and any late',
      `fee. If you have returned the goods, you may still do so within one year. ${SAME_GOODS}`,
    ),
  NY: () =>
    sentences(
      'If you miss a payment, you may continue this lease without losing any right, as long as you have the goods,',
      'by paying what is past due and any late fee. If you have returned them, you keep every right to reinstate the',
      'lease that New York law gives you.',
    ),
  TX: (f) =>
    sentences(
      'If you miss a payment, you may continue this lease without losing any right by paying what is past due and any',
      `late fee within ${TEXAS_REINSTATEMENT_DAYS[f.payFrequency]} days after the due date (7 days or half a payment`,
      'period, whichever is later).',
    ),
  OH: (f) =>
    sentences(
      `You are not in default until a payment is more than ${OHIO_GRACE_DAYS[f.payFrequency]} days late.`,
      'After that you may still continue this lease without losing any right by paying what is past due within three',
      `payment periods after the last one you paid for, if you give up the goods when we ask. ${SAME_GOODS}`,
    ),
  FL: () =>
    sentences(
      'If you miss a payment, you may continue this lease without losing any right by paying what is past due within',
      `60 days after the last period you paid for, if you give up the goods promptly when we ask. ${SAME_GOODS}`,
    ),
  MI: () =>
    sentences(
      'If you miss a payment, you may continue this lease without losing any right by paying what is past due, as long',
      'as you have the goods; if you have returned them, you keep every right to reinstate that Michigan law gives',
      'you. Nothing is charged for any period that begins after you have returned the goods.',
    ),
};

/** The right to take up a lapsed agreement again, for as long as the governing state gives it; never for a fee. */
export const reinstatementText: Text = (f) => sentences(REINSTATEMENT[f.terms.reinstatement](f), NO_FEE);
