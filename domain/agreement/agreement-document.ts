import type { CalendarDate, Instant } from '../calendar-date';
import type { Cents } from '../cents';
import type { LeaseId } from '../ids';
import type { ItemCategory } from '../invoice';
import type { ScheduledPayment } from '../payment-schedule';
import type { LeasePricing } from '../pricing';
import type { ConsentId, DisclosureId } from './agreement-words';

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Lessor {
  name: string;
  /** postal address, one line of text each */
  address?: string[];
}

export interface AgreementMerchant {
  name: string;
  storeName: string;
  storeState: string;
}

export interface AgreementCustomer {
  fullName: string;
  addressLines: string[];
}

/** One line of the invoice as the customer sees it. */
export interface AgreementItem {
  lineNumber: number;
  sku: string;
  description: string;
  category: ItemCategory;
  quantity: number;
  priceEachCents: Cents;
  lineTotalCents: Cents;
}

/** What an agreement is made of. Nothing here is read from a clock, so the same input is the same agreement. */
export interface AgreementInput {
  leaseId: LeaseId;
  /** which contract of this lease: a replaced invoice or a cancelled order starts the next round */
  round: number;
  language: Language;
  /** the store's calendar day on which the agreement is made */
  agreementOn: CalendarDate;
  /** first instant at which it can no longer be signed */
  signByAt: Instant;
  lessor: Lessor;
  merchant: AgreementMerchant;
  customer: AgreementCustomer;
  /** two-letter state the goods go to; its law decides fees, early purchase and reinstatement */
  governingState: string;
  invoiceNumber: string;
  items: readonly AgreementItem[];
  pricing: LeasePricing;
  termMonths: number;
  /** the schedule that delivery on `agreementOn` would start */
  estimatedPayments: readonly ScheduledPayment[];
}

export interface EstimatedPayment {
  number: number;
  dueOn: CalendarDate;
  amountCents: Cents;
}

export interface AgreementDisclosure {
  id: DisclosureId;
  heading: string;
  text: string;
}

export interface AgreementConsent {
  id: ConsentId;
  required: boolean;
  text: string;
}

/** The agreement the customer reads and signs: plain JSON, hashed in its canonical spelling. */
export interface Agreement {
  leaseId: LeaseId;
  round: number;
  language: Language;
  title: string;
  governingState: string;
  invoiceNumber: string;
  parties: { lessor: Lessor; merchant: AgreementMerchant; customer: AgreementCustomer };
  items: AgreementItem[];
  amounts: LeasePricing;
  payments: { description: string; estimated: EstimatedPayment[] };
  dates: { agreementOn: CalendarDate; signByAt: Instant };
  disclosures: AgreementDisclosure[];
  consents: AgreementConsent[];
}
