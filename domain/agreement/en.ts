import { FIRST_DUE_AFTER_DAYS } from '../due-dates';
import type { AgreementFigures } from './agreement-figures';
import type { AgreementWords } from './agreement-words';
import { EVERY, paymentAmounts, paymentsText } from './en-payments';
import { firstPurchaseText, lateFeesText, laterPurchaseText, reinstatementText } from './en-state-rules';
import { sentences } from './sentences';

/** The agreement in English: plain words a customer can follow without a lawyer (New York asks for just that). */
export const ENGLISH: AgreementWords = {
  title: 'Lease agreement with an option to own',
  payments: paymentsText,
  disclosures: {
    lease: {
      heading: 'This is a lease',
      text: (f) =>
        sentences(
          `This is a lease with an option to own. ${f.lessor} buys the goods from ${f.merchant} and leases them to`,
          `you. You are not buying the goods by signing: they belong to ${f.lessor} until you meet the ownership terms`,
          `below. ${f.merchant} is not a party to this lease.`,
        ),
    },
    goods: {
      heading: 'Condition of the goods',
      text: () => 'The goods are new, unless their description in the list of items says that they are used.',
    },
    cashPrice: {
      heading: 'Cash price',
      text: (f) => `If you bought the goods today instead of leasing them, you would pay ${f.cashPrice}.`,
    },
    initialPayment: {
      heading: 'Initial payment',
      text: (f) =>
        sentences(
          `When you sign you pay an initial payment of ${f.initialPayment} with your card.`,
          `It is part of your total to own of ${f.totalToOwn}.`,
          f.terms.earlyPurchase === 'MI' ? 'It is your first lease payment and not a processing fee.' : undefined,
        ),
    },
    payments: { heading: 'Your payments', text: paymentScheduleText },
    totalToOwn: {
      heading: 'Total to own',
      text: (f) =>
        sentences(
          `If you make every payment, you pay ${f.totalToOwn} in total and then own the goods:`,
          `the initial payment of ${f.initialPayment}, and ${paymentAmounts(f)}.`,
          'We never charge more than this total for owning the',
          `goods${f.lateFee === undefined ? '' : ', late fees aside'}.`,
        ),
    },
    costOfLease: {
      heading: 'Cost of the lease',
      text: (f) =>
        sentences(
          `The cost of the lease is ${f.costOfLease}: the total to own of ${f.totalToOwn}`,
          `less the cash price of ${f.cashPrice}. It includes the initial payment of ${f.initialPayment}.`,
        ),
    },
    otherCharges: {
      heading: 'Other charges',
      text: (f) =>
        sentences(
          'Besides the initial payment, the lease payments and what is stated below for',
          `${f.lateFee === undefined ? '' : 'late fees and for '}loss and damage, we charge nothing.`,
          'There is no processing fee, no charge for delivery by us, no tax on top of the amounts shown, no fee for a',
          'payment your bank returns and no insurance you must buy.',
        ),
    },
    ownership: {
      heading: 'When you own the goods',
      text: (f) =>
        sentences(
          `You do not own the goods until you have paid the total to own of ${f.totalToOwn} or have bought them early`,
          'as described below. Then they are yours without any further payment, and we confirm it in writing.',
        ),
    },
    renewal: {
      heading: 'How long the lease runs',
      text: (f) =>
        sentences(
          `You lease the goods for one payment period at a time, that is, ${EVERY[f.payFrequency].period}.`,
          'Each lease payment renews the lease for the next period. You never have to renew it.',
          `You own the goods if you renew it for ${f.termMonths} months and make`,
          f.numberOfPayments === 1 ? 'the one payment.' : `all ${f.numberOfPayments} payments.`,
        ),
    },
    earlyPurchaseFirst: { heading: 'Early purchase: the first price', text: firstPurchaseText },
    earlyPurchaseLater: { heading: 'Early purchase: after that', text: laterPurchaseText },
    lateFees: { heading: 'Late fees', text: lateFeesText },
    reinstatement: { heading: 'Your right to reinstate the lease', text: reinstatementText },
    endingEarly: {
      heading: 'You may end the lease at any time',
      text: () =>
        sentences(
          'You may return the goods and end this lease at any time. There is no fee or penalty for ending it early.',
          'You then owe only what was already due, and we refund the part of your last payment that covers the days',
          'after the return. Other payments for the time you had the goods are not refunded.',
        ),
    },
    cancelBeforeDelivery: {
      heading: 'You may cancel before delivery',
      text: (f) =>
        sentences(
          'Until the goods have been delivered to you, you may cancel free of charge through the store or through us.',
          `We then refund your whole initial payment of ${f.initialPayment}, and you owe nothing of the total to own`,
          `of ${f.totalToOwn}.`,
        ),
    },
    automaticPayments: {
      heading: 'Automatic payments are your choice',
      text: (f) =>
        sentences(
          'You do not have to allow automatic payments to get this lease, and it costs the same without them. If you',
          'allow them, you may stop any automatic payment, or all of them, by telling us at least 3 business days',
          'before it is due. If the amount of an automatic payment will change, we tell you at least 10 days before.',
          `An automatic payment is never taken before its due date. Your total to own stays ${f.totalToOwn}.`,
        ),
    },
    lossAndDamage: {
      heading: 'Loss and damage',
      text: () =>
        sentences(
          'From delivery until you return or own the goods you are responsible if they are lost, stolen, destroyed or',
          'damaged beyond normal wear. The most you can owe for this is their fair market value at that time, and',
          'never more than the early purchase price of that day. You do not have to buy insurance.',
        ),
    },
    maintenance: {
      heading: 'Maintenance',
      text: (f) =>
        sentences(
          `Please use the goods with normal care. While you lease them, ${f.lessor} keeps them in good working order`,
          'at no cost to you, unless you caused the damage. You also have the benefit of any warranty of the',
          'manufacturer, and it passes to you when you own the goods.',
        ),
    },
    hardship: {
      heading: 'If your income falls',
      text: () =>
        sentences(
          'If you have paid at least half of the total to own and your income falls by 25% or more because of lost',
          'work, reduced hours, illness, pregnancy or disability, you may ask us for lower payments. We reduce each',
          'payment by the share your income fell, up to 50%. The total to own does not rise; there may be more',
          'payments.',
        ),
    },
    timeToReview: {
      heading: 'Time to review',
      text: () =>
        sentences(
          'If you ask for it, you may take 48 hours to review this agreement before you sign it.',
          'It does not bind you until you have received your signed copy.',
        ),
    },
    copy: {
      heading: 'Your copy',
      text: () =>
        sentences(
          'Do not sign before you have read this agreement or if it has blank spaces.',
          'You receive a complete copy when you sign. Keep it to protect your rights.',
        ),
    },
    governingLaw: {
      heading: 'Governing law',
      text: (f) =>
        sentences(
          `The law of this state governs the lease: ${f.state}.`,
          'You give up no right or defense that this law gives you.',
        ),
    },
    contact: {
      heading: 'How to reach us',
      text: (f) =>
        sentences(
          `Write to ${f.lessor}${f.lessorAddress === '' ? '' : `, ${f.lessorAddress}`}, and give your lease number`,
          `${f.leaseId}. We serve you in English or Spanish, as you prefer.`,
        ),
    },
  },
  consents: {
    initialPayment: (f) =>
      sentences(
        `I authorize ${f.lessor} to charge my card now for the initial payment of ${f.initialPayment}.`,
        `I understand that the total to own is ${f.totalToOwn}.`,
      ),
    recurringPayment: (f) =>
      sentences(
        `Optional: I authorize ${f.lessor} to debit my bank account for the lease payments when they are due,`,
        `${EVERY[f.payFrequency].adverb}, from the first due date after delivery on: ${paymentAmounts(f)}. With the`,
        `initial payment of ${f.initialPayment} the`,
        `total to own is ${f.totalToOwn}. I may stop this at any time, at least 3 business days before a payment.`,
      ),
    electronicSignature: (f) =>
      sentences(
        'I have read this agreement. I agree to sign it electronically and to receive it and later notices',
        `electronically. I may ask ${f.lessor} for a paper copy free of charge and may withdraw this for later`,
        'notices.',
      ),
  },
};

function paymentScheduleText(f: AgreementFigures): string {
  return sentences(
    paymentsText(f),
    `The first payment is due on your first payday that falls at least ${FIRST_DUE_AFTER_DAYS} days after delivery;`,
    'the others follow your paydays. The dates shown are an estimate, because they depend on the delivery: if the',
    `goods were delivered on ${f.agreementOn}, the first payment would be due on ${f.firstDueOn} and the last on`,
    `${f.lastDueOn}. We send you the final dates once the goods have been delivered. Nothing is due before delivery`,
    'except the initial payment.',
  );
}
