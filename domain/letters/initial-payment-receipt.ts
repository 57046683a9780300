import type { Language } from '../agreement/agreement-document';
import { dateText } from '../agreement/date-text';
import { moneyText } from '../agreement/money-text';
import type { Cents } from '../cents';
import type { LeasePricing } from '../pricing';
import type { Letter } from './letter';
import { type LetterHead, letterOf } from './letter-head';
import { receiptTotals } from './receipt-totals';

export interface InitialPaymentFacts {
  head: LetterHead;
  amountCents: Cents;
  /** of the contract that was signed */
  pricing: LeasePricing;
  /** the governing US state */
  state: string;
}

interface Words {
  title: string;
  received: string;
  amount: string;
  paidOn: string;
  paidBy: string;
  card: string;
  paidFor: string;
  lease: (leaseId: string) => string;
  /** what it counts for */
  counts: string;
  /** the law of Michigan knows no processing fee (domain.md 3.3) */
  firstRent: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Receipt for your initial payment',
    received: 'We have received your initial payment.',
    amount: 'Amount',
    paidOn: 'Paid on',
    paidBy: 'Paid by',
    card: 'Card',
    paidFor: 'Paid for',
    lease: (leaseId) => `Initial payment of lease ${leaseId}`,
    counts: 'It is part of your total to own, and no charge on top of it.',
    firstRent: 'It is your first lease payment and not a processing fee.',
  },
  es: {
    title: 'Recibo de su pago inicial',
    received: 'Hemos recibido su pago inicial.',
    amount: 'Importe',
    paidOn: 'Fecha de pago',
    paidBy: 'Forma de pago',
    card: 'Tarjeta',
    paidFor: 'Concepto',
    lease: (leaseId) => `Pago inicial del arrendamiento ${leaseId}`,
    counts: 'Forma parte de su costo total para ser propietario y no es un cargo adicional.',
    firstRent: 'Es su primer pago de arrendamiento y no un cargo por trámite.',
  },
};

/** What was paid when signing, what it counts for, and the totals beside it. */
export function initialPaymentReceipt({ head, amountCents, pricing, state }: InitialPaymentFacts): Letter {
  const { language, leaseId, on } = head;
  const words = WORDS[language];
  const totals = { paidCents: amountCents, earlyPurchaseCents: pricing.ninetyDayBuyoutCents };
  return letterOf(head, words.title, [
    { kind: 'paragraph', text: words.received },
    {
      kind: 'facts',
      rows: [
        [words.amount, moneyText(amountCents)],
        [words.paidOn, dateText(on, language)],
        [words.paidBy, words.card],
        [words.paidFor, words.lease(leaseId)],
      ],
    },
    { kind: 'paragraph', text: state === 'MI' ? `${words.counts} ${words.firstRent}` : words.counts },
    receiptTotals(pricing, totals, { state, language }),
  ]);
}
