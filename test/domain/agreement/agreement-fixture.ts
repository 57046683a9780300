import type { AgreementInput } from '../../../domain/agreement/agreement';
import { type AgreementItem, type Language, LANGUAGES } from '../../../domain/agreement/agreement-document';
import { calendarDate, instant } from '../../../domain/calendar-date';
import { type Cents, cents } from '../../../domain/cents';
import { leaseId } from '../../../domain/ids';
import { type Paydays, paymentSchedule } from '../../../domain/payment-schedule';
import { priceLease } from '../../../domain/pricing';
import { PAY_FREQUENCIES, type PayFrequency, type ProgramTerms } from '../../../domain/program';

/** The states with rules of their own, and one without. */
export const STATES = ['CA', 'NY', 'TX', 'OH', 'FL', 'MI', 'UT'] as const;

interface Choice {
  governingState?: string;
  language?: Language;
  payFrequency?: PayFrequency;
  cashPriceCents?: number;
  initialPaymentCents?: number;
  termMonths?: number;
  totalToOwnBps?: number;
}

/** Worked example A of domain.md 3.1 unless told otherwise; names hold no word of either language. */
export function agreementInput(choice: Choice = {}): AgreementInput {
  const { payFrequency = 'biWeekly', termMonths = 12, language = 'en', governingState = 'TX' } = choice;
  const cashPriceCents = cents(choice.cashPriceCents ?? 100_000);
  const pricing = priceLease(cashPriceCents, program(choice), payFrequency);
  const agreementOn = calendarDate('2026-11-25');
  return {
    leaseId: leaseId('1002003001'),
    round: 1,
    language,
    agreementOn,
    signByAt: instant(Date.parse('2027-01-25T06:00:00.000Z')),
    lessor: { name: 'Ownward', address: ['100 Main', 'Austin, TX 78701'] },
    merchant: { name: 'Casa Linda', storeName: 'Casa Linda 7', storeState: 'TX' },
    customer: { fullName: 'José Peña', addressLines: ['9 Elm', 'Austin, TX 78702'] },
    governingState,
    invoiceNumber: 'INV-77',
    items: [item(cashPriceCents)],
    pricing,
    termMonths,
    estimatedPayments: paymentSchedule(pricing, paydays(payFrequency), agreementOn),
  };
}

/** No two figures of this price are the same, so none can stand in for another unseen. */
const DISTINCT_FIGURES = { cashPriceCents: 129_999, initialPaymentCents: 7_900, totalToOwnBps: 18_500 };

/** One input for every governing state, language and frequency. */
export function everyAgreementInput(): AgreementInput[] {
  return STATES.flatMap((governingState) =>
    LANGUAGES.flatMap((language) =>
      PAY_FREQUENCIES.map((payFrequency) =>
        agreementInput({ ...DISTINCT_FIGURES, governingState, language, payFrequency }),
      ),
    ),
  );
}

const program = ({ totalToOwnBps = 20_000, initialPaymentCents = 4_900, termMonths = 12 }: Choice): ProgramTerms => ({
  totalToOwnBps,
  initialPaymentCents: cents(initialPaymentCents),
  minInvoiceCents: cents(1),
  maxInvoiceCents: cents(1_000_000),
  termMonths,
});

const paydays = (payFrequency: PayFrequency): Paydays => ({
  payFrequency,
  lastPaidOn: calendarDate('2026-11-20'),
  nextPaidOn: calendarDate('2026-12-04'),
});

const item = (lineTotalCents: Cents): AgreementItem => ({
  lineNumber: 1,
  sku: 'SOFA-1',
  description: 'Sofá',
  category: 'furniture',
  quantity: 1,
  priceEachCents: lineTotalCents,
  lineTotalCents,
});
