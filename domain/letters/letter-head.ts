import type { AgreementCustomer, Language, Lessor } from '../agreement/agreement-document';
import { dateText } from '../agreement/date-text';
import type { CalendarDate, Instant } from '../calendar-date';
import type { LeaseId } from '../ids';
import type { Letter, LetterBlock } from './letter';

/** What every letter needs: from whom, to whom, about which lease, and when. */
export interface LetterHead {
  leaseId: LeaseId;
  language: Language;
  lessor: Lessor;
  customer: AgreementCustomer;
  merchant: { name: string; storeName: string };
  /** of the fact the letter tells of */
  at: Instant;
  /** its date in the store's time zone */
  on: CalendarDate;
}

interface HeadWords {
  lease: (leaseId: string) => string;
  store: (store: string) => string;
  /** how to reach us, and that we do so in both languages */
  contact: (lessor: string, leaseId: string) => string;
}

export const HEAD_WORDS: Readonly<Record<Language, HeadWords>> = {
  en: {
    lease: (leaseId) => `Lease ${leaseId}`,
    store: (store) => `Store: ${store}`,
    contact: (lessor, leaseId) =>
      `Questions? Write to ${lessor} and give your lease number ${leaseId}. We serve you in English or Spanish, as you ` +
      'prefer.',
  },
  es: {
    lease: (leaseId) => `Arrendamiento ${leaseId}`,
    store: (store) => `Tienda: ${store}`,
    contact: (lessor, leaseId) =>
      `¿Tiene preguntas? Escriba a ${lessor} e indique su número de arrendamiento ${leaseId}. Le atendemos en español ` +
      'o en inglés, como usted prefiera.',
  },
};

/** A letter in the form all of ours have: sender, addressee, date and lease above, how to reach us below. */
export function letterOf(head: LetterHead, title: string, body: readonly LetterBlock[]): Letter {
  const { leaseId, language, lessor, customer, merchant, at, on } = head;
  const words = HEAD_WORDS[language];
  return {
    title,
    language,
    madeAt: at,
    footer: `${lessor.name} · ${words.lease(leaseId)}`,
    blocks: [
      { kind: 'lines', lines: [lessor.name, ...(lessor.address ?? [])] },
      { kind: 'lines', lines: [customer.fullName, ...customer.addressLines] },
      { kind: 'lines', lines: [dateText(on, language), words.lease(leaseId), words.store(merchant.storeName)] },
      ...body,
      { kind: 'paragraph', text: words.contact(lessor.name, leaseId) },
    ],
  };
}
