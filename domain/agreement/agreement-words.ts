import type { AgreementFigures } from './agreement-figures';

/** Every disclosure there is, in the order the customer reads them (domain.md 3.7). */
export const DISCLOSURE_IDS = [
  'lease',
  'goods',
  'cashPrice',
  'initialPayment',
  'payments',
  'totalToOwn',
  'costOfLease',
  'otherCharges',
  'ownership',
  'renewal',
  'earlyPurchaseFirst',
  'earlyPurchaseLater',
  'lateFees',
  'reinstatement',
  'endingEarly',
  'cancelBeforeDelivery',
  'automaticPayments',
  'lossAndDamage',
  'maintenance',
  'hardship',
  'timeToReview',
  'copy',
  'governingLaw',
  'contact',
] as const;
export type DisclosureId = (typeof DISCLOSURE_IDS)[number];

export const CONSENT_IDS = ['initialPayment', 'recurringPayment', 'electronicSignature'] as const;
export type ConsentId = (typeof CONSENT_IDS)[number];

export interface DisclosureWords {
  heading: string;
  text: (figures: AgreementFigures) => string;
}

/** One language's whole text. A language that lacks a disclosure does not compile. */
export interface AgreementWords {
  title: string;
  /** how many payments, how much, how often, and the total to own beside them */
  payments: (figures: AgreementFigures) => string;
  disclosures: Readonly<Record<DisclosureId, DisclosureWords>>;
  consents: Readonly<Record<ConsentId, (figures: AgreementFigures) => string>>;
}
