import type { Agreement, AgreementInput, EstimatedPayment, Language } from './agreement-document';
import { agreementFigures } from './agreement-figures';
import type { AgreementWords } from './agreement-words';
import { consents, disclosures } from './disclosures';
import { ENGLISH } from './en';
import { SPANISH } from './es';

export type { Agreement, AgreementInput } from './agreement-document';

/** What every agreement says, in each language; letters repeat its clauses. */
export const AGREEMENT_WORDS: Readonly<Record<Language, AgreementWords>> = { en: ENGLISH, es: SPANISH };

/**
 * Writes the lease agreement the customer is shown and signs (domain.md 3.7; GET `/v1/signing/{token}`).
 * The same input gives the same agreement on every machine and day, so its hash proves what was signed.
 *
 * @param input amounts in cents, dates of the store's calendar
 */
export function renderAgreement(input: AgreementInput): Agreement {
  const { leaseId, round, language, governingState, invoiceNumber, lessor, merchant, customer, pricing } = input;
  const words = AGREEMENT_WORDS[language];
  const figures = agreementFigures(input);
  return {
    leaseId,
    round,
    language,
    title: words.title,
    governingState,
    invoiceNumber,
    parties: { lessor, merchant, customer },
    items: [...input.items],
    amounts: { ...pricing },
    payments: { description: words.payments(figures), estimated: input.estimatedPayments.map(estimated) },
    dates: { agreementOn: input.agreementOn, signByAt: input.signByAt },
    disclosures: disclosures(words, figures),
    consents: consents(words, figures),
  };
}

/** Only what the customer needs to see; the schedule's own bookkeeping stays out of the signed text. */
function estimated({ number, dueOn, amountCents }: EstimatedPayment): EstimatedPayment {
  return { number, dueOn, amountCents };
}
