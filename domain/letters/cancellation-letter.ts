import type { Language } from '../agreement/agreement-document';
import { dateText } from '../agreement/date-text';
import { moneyText } from '../agreement/money-text';
import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import type { Letter } from './letter';
import { type LetterHead, letterOf } from './letter-head';

export interface CancellationFacts {
  head: LetterHead;
  /** all of the initial payment, US cents */
  refundCents: Cents;
  /** the last day of the approval, which is the customer's again; null: it is over */
  approvalUntilOn: CalendarDate | null;
}

interface Words {
  title: string;
  cancelled: (date: string) => string;
  owed: string;
  refund: (amount: string) => string;
  noRefund: string;
  approval: (lastDay: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Your agreement has been cancelled',
    cancelled: (date) => `Your lease agreement was cancelled on ${date}, before the goods were delivered.`,
    owed: 'You owe nothing under it, and no payment will be taken.',
    refund: (amount) => `We are returning your whole initial payment of ${amount} to the card you paid with.`,
    noRefund: 'You had made no payment, so there is nothing to return.',
    approval: (lastDay) => `You may use your approval for another order until the end of ${lastDay}.`,
  },
  es: {
    title: 'Su contrato ha sido cancelado',
    cancelled: (date) => `Su contrato de arrendamiento se canceló el ${date}, antes de la entrega de los artículos.`,
    owed: 'Usted no debe nada por este contrato y no se cobrará ningún pago.',
    refund: (amount) => `Le devolvemos todo su pago inicial de ${amount} a la tarjeta con la que pagó.`,
    noRefund: 'Usted no había hecho ningún pago, así que no hay nada que devolver.',
    approval: (lastDay) => `Puede usar su aprobación para otro pedido hasta el final del ${lastDay}.`,
  },
};

/** A signed contract that was called off before delivery, and the money that goes back (domain.md 3.9, T17). */
export function cancellationLetter({ head, refundCents, approvalUntilOn }: CancellationFacts): Letter {
  const words = WORDS[head.language];
  const approval = approvalUntilOn && words.approval(dateText(approvalUntilOn, head.language));
  return letterOf(head, words.title, [
    { kind: 'paragraph', text: words.cancelled(dateText(head.on, head.language)) },
    { kind: 'paragraph', text: words.owed },
    {
      kind: 'paragraph',
      text: refundCents === 0 ? words.noRefund : words.refund(moneyText(refundCents)),
      isStrong: true,
    },
    ...(approval === null ? [] : [{ kind: 'paragraph', text: approval } as const]),
  ]);
}
