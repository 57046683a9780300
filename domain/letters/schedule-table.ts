import type { Language } from '../agreement/agreement-document';
import { dateText } from '../agreement/date-text';
import { moneyText } from '../agreement/money-text';
import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import { type LetterBlock, left, right } from './letter';

export interface LetterPayment {
  number: number;
  dueOn: CalendarDate;
  amountCents: Cents;
}

interface ScheduleWords {
  number: string;
  dueOn: string;
  /** the total to own stands beside every payment (domain.md 3.7) */
  amount: (totalToOwn: string) => string;
}

const WORDS: Readonly<Record<Language, ScheduleWords>> = {
  en: { number: 'Payment', dueOn: 'Due', amount: (totalToOwn) => `Amount (total to own: ${totalToOwn})` },
  es: {
    number: 'Pago',
    dueOn: 'Vence',
    amount: (totalToOwn) => `Importe (costo total para ser propietario: ${totalToOwn})`,
  },
};

/** Every payment with its date, and what all of it comes to above each page of them. */
export function scheduleTable(
  payments: readonly LetterPayment[],
  totalToOwnCents: Cents,
  language: Language,
): LetterBlock {
  const words = WORDS[language];
  return {
    kind: 'table',
    columns: [left(words.number, 2), left(words.dueOn, 4), right(words.amount(moneyText(totalToOwnCents)), 6)],
    rows: payments.map(({ number, dueOn, amountCents }) => [
      ...[String(number), dateText(dueOn, language), moneyText(amountCents)],
    ]),
  };
}
