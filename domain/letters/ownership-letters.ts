import type { Language } from '../agreement/agreement-document';
import { dateText } from '../agreement/date-text';
import { moneyText } from '../agreement/money-text';
import type { Cents } from '../cents';
import type { Letter, LetterBlock } from './letter';
import { type LetterHead, letterOf } from './letter-head';

export interface OwnershipFacts {
  head: LetterHead;
  goods: readonly { description: string; quantity: number }[];
  /** as agreed: what all payments would have come to */
  totalToOwnCents: Cents;
  /** whether the lessor reports leases to consumer reporting agencies */
  isReported: boolean;
}

export interface BuyoutFacts extends OwnershipFacts {
  /** what was paid to own the goods at once */
  buyoutCents: Cents;
}

interface Words {
  buyoutTitle: string;
  termTitle: string;
  /** the sentence that passes the title */
  owner: (date: string) => string;
  buyoutPrice: string;
  totalToOwn: string;
  goods: string;
  byTerm: string;
  done: string;
  history: string;
  historyByBuyout: string;
  reported: string;
  notReported: string;
  keep: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    buyoutTitle: 'You own your goods: early purchase',
    termTitle: 'You own your goods',
    owner: (date) => `Since ${date} the goods named in this letter are your property. We have no claim to them.`,
    buyoutPrice: 'Price of the early purchase',
    totalToOwn: 'Total to own if you had made every payment',
    goods: 'Your goods',
    byTerm: 'You have paid all that your lease asks for owning the goods.',
    done: 'Your lease has ended. You owe nothing under it, and no further payment will be taken.',
    history: 'What this means for your payment history',
    historyByBuyout:
      'Your payment history says of this lease: completed by early purchase. Payments you made stay in it as they ' +
      'were made. A payment that was past due is not erased from it.',
    reported: 'We report to consumer reporting agencies that this lease has ended with you as the owner.',
    notReported: 'We report nothing about this lease, neither payments nor its end, to any consumer reporting agency.',
    keep: 'Keep this letter: it is your proof of ownership.',
  },
  es: {
    buyoutTitle: 'Usted es propietario de sus artículos: compra anticipada',
    termTitle: 'Usted es propietario de sus artículos',
    owner: (date) =>
      `Desde el ${date}, los artículos que se indican en esta carta son de su propiedad. No tenemos ningún derecho ` +
      'sobre ellos.',
    buyoutPrice: 'Precio de la compra anticipada',
    totalToOwn: 'Costo total para ser propietario si hubiera hecho todos los pagos',
    goods: 'Sus artículos',
    byTerm: 'Usted pagó todo lo que su arrendamiento exige para ser propietario de los artículos.',
    done: 'Su arrendamiento ha terminado. Usted no debe nada por él y no se cobrará ningún otro pago.',
    history: 'Qué significa para su historial de pagos',
    historyByBuyout:
      'Su historial de pagos dice de este arrendamiento: completado por compra anticipada. Los pagos que hizo ' +
      'permanecen en él tal como se hicieron. Un pago que estuvo vencido no se borra.',
    reported:
      'Informamos a las agencias de informes del consumidor que este arrendamiento terminó y que usted es el propietario.',
    notReported:
      'No informamos nada sobre este arrendamiento, ni sus pagos ni su final, a ninguna agencia de informes del ' +
      'consumidor.',
    keep: 'Conserve esta carta: es su comprobante de propiedad.',
  },
};

/** The goods were bought early: the title, and what that does to the payment history (api.md "buyout letter"). */
export function buyoutNotice(facts: BuyoutFacts): Letter {
  const words = WORDS[facts.head.language];
  return letterOf(facts.head, words.buyoutTitle, [
    owner(facts),
    {
      kind: 'facts',
      rows: [
        [words.buyoutPrice, moneyText(facts.buyoutCents)],
        [words.totalToOwn, moneyText(facts.totalToOwnCents)],
      ],
    },
    ...goodsOf(facts),
    { kind: 'paragraph', text: words.done },
    { kind: 'heading', text: words.history },
    { kind: 'paragraph', text: `${words.historyByBuyout} ${reportingText(facts)}` },
    { kind: 'paragraph', text: words.keep },
  ]);
}

/** The last payment was made, or the law made the goods the customer's: the title passes in writing (T27). */
export function ownershipLetter(facts: OwnershipFacts): Letter {
  const words = WORDS[facts.head.language];
  return letterOf(facts.head, words.termTitle, [
    owner(facts),
    { kind: 'paragraph', text: `${words.byTerm} ${words.done}` },
    ...goodsOf(facts),
    { kind: 'paragraph', text: reportingText(facts) },
    { kind: 'paragraph', text: words.keep },
  ]);
}

function owner({ head }: OwnershipFacts): LetterBlock {
  const text = WORDS[head.language].owner(dateText(head.on, head.language));
  return { kind: 'paragraph', text, isStrong: true };
}

const reportingText = ({ head, isReported }: OwnershipFacts): string =>
  isReported ? WORDS[head.language].reported : WORDS[head.language].notReported;

function goodsOf({ head, goods }: OwnershipFacts): LetterBlock[] {
  const lines = goods.map(({ description, quantity }) => `${quantity} × ${description}`);
  return [
    { kind: 'heading', text: WORDS[head.language].goods },
    { kind: 'lines', lines },
  ];
}
