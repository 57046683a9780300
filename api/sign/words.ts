import type { ConsentId } from '../../domain/agreement/agreement-words';
import type { ItemCategory } from '../../domain/invoice';
import type { Language } from '../pages/language';
import type { SandboxCard } from './card-entry';
import { ENGLISH } from './en';
import type { FormField } from './signature-form';
import { SPANISH } from './es';

/** Pages that show no agreement: why not, and what to do. */
export const NOTICE_KINDS = [
  'signed',
  'replaced',
  'cancelled',
  'expired',
  'blocked',
  'dead',
  'unknown',
  'pending',
  'tooMany',
  'unavailable',
  'notUnderstood',
  'failed',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Why the form stands there again. */
export type FormAlert = 'cardDeclined' | 'cardTypeRefused' | 'agreementChanged' | 'formTooOld';

/** What can be wrong with a field; `other`: whatever has no words of its own. */
export type FaultWords = { other: string; empty?: string; tooLong?: string; cardNumber?: string };

export interface AgreementLabels {
  lease: string;
  invoice: string;
  madeOn: string;
  signBefore: string;
  parties: string;
  lessor: string;
  store: string;
  customer: string;
  goods: string;
  item: string;
  article: string;
  category: string;
  quantity: string;
  priceEach: string;
  lineTotal: string;
  amounts: string;
  cashPrice: string;
  costOfLease: string;
  initialPayment: string;
  totalToOwn: string;
  payments: string;
  paymentsNote: string;
  paymentNumber: string;
  dueOn: string;
  amount: string;
  atSigning: string;
  terms: string;
  hash: string;
  categories: Readonly<Record<ItemCategory, string>>;
}

/** All that the signing page says beside the agreement itself. A language that lacks a word does not compile. */
export interface SignWords {
  intro: string;
  toForm: string;
  agreement: AgreementLabels;
  form: {
    heading: string;
    consents: string;
    consentsHint: string;
    consent: Readonly<Record<ConsentId, string>>;
    required: string;
    autopayHint: string;
    signedName: string;
    signedNameHint: string;
    card: string;
    cardHint: string;
    noCardNumber: string;
    cardNeedsScript: string;
    sandboxCards: Readonly<Record<SandboxCard, string>>;
    /** @param amount of the initial payment, as text */
    submit: (amount: string) => string;
    beside: (amount: string, totalToOwn: string) => string;
    faults: Readonly<Record<FormField, FaultWords>>;
  };
  alerts: Readonly<Record<FormAlert, { title: string; text: string }>>;
  /** @param count of cards that may still be tried, at least one */
  attemptsLeft: (count: number) => string;
  notices: Readonly<Record<NoticeKind, { title: string; text: string }>>;
  checkAgain: string;
  readAgain: string;
  reference: string;
  confirmation: {
    title: string;
    text: string;
    charged: (amount: string, totalToOwn: string) => string;
    next: string;
    steps: readonly string[];
    copy: string;
    copyHint: string;
    copyEnded: string;
    fileName: string;
  };
}

export const SIGN_WORDS: Readonly<Record<Language, SignWords>> = { en: ENGLISH, es: SPANISH };
