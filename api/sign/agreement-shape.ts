import { z } from 'zod';
import type { Agreement } from '../../domain/agreement/agreement';
import { LANGUAGES } from '../../domain/agreement/agreement-document';
import { CONSENT_IDS, DISCLOSURE_IDS } from '../../domain/agreement/agreement-words';
import { calendarDate, type Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId } from '../../domain/ids';
import { ITEM_CATEGORIES } from '../../domain/invoice';
import { PAY_FREQUENCIES } from '../../domain/program';

const Amount = z.int().transform(cents);
const DateOn = z.string().transform(calendarDate);
const At = z.string().transform((text) => text as Instant);

const Parties = z.object({
  lessor: z.object({ name: z.string(), address: z.array(z.string()).exactOptional() }),
  merchant: z.object({ name: z.string(), storeName: z.string(), storeState: z.string() }),
  customer: z.object({ fullName: z.string(), addressLines: z.array(z.string()) }),
});

const Item = z.object({
  lineNumber: z.int(),
  sku: z.string(),
  description: z.string(),
  category: z.enum(ITEM_CATEGORIES),
  quantity: z.int(),
  priceEachCents: Amount,
  lineTotalCents: Amount,
});

const Pricing = z.object({
  cashPriceCents: Amount,
  costOfLeaseCents: Amount,
  totalToOwnCents: Amount,
  initialPaymentCents: Amount,
  payFrequency: z.enum(PAY_FREQUENCIES),
  numberOfPayments: z.int(),
  paymentCents: Amount,
  lastPaymentCents: Amount,
  ninetyDayBuyoutCents: Amount,
});

/**
 * The agreement as `domain/agreement` wrote it and SQL kept it. What is not named here is part of the signed text all
 * the same, but no page shows it: fields of later releases.
 */
export const AgreementShape = z.object({
  agreementSha256: z.string(),
  leaseId: z.string().transform(leaseId),
  round: z.int(),
  language: z.enum(LANGUAGES),
  title: z.string(),
  governingState: z.string(),
  invoiceNumber: z.string(),
  parties: Parties,
  items: z.array(Item),
  amounts: Pricing,
  payments: z.object({
    description: z.string(),
    estimated: z.array(z.object({ number: z.int(), dueOn: DateOn, amountCents: Amount })),
  }),
  dates: z.object({ agreementOn: DateOn, signByAt: At }),
  disclosures: z.array(z.object({ id: z.enum(DISCLOSURE_IDS), heading: z.string(), text: z.string() })),
  consents: z.array(z.object({ id: z.enum(CONSENT_IDS), required: z.boolean(), text: z.string() })),
}) satisfies z.ZodType<Agreement>;

export type ShownAgreement = z.output<typeof AgreementShape>;
