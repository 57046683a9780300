import type { AgreementConsent, AgreementDisclosure } from './agreement-document';
import type { AgreementFigures } from './agreement-figures';
import { type AgreementWords, CONSENT_IDS, type ConsentId, DISCLOSURE_IDS } from './agreement-words';
import { isDisclosed } from './state-terms';

/** What the customer must agree to. Paying by automatic debit is a choice: the lease is the same without it (Reg E). */
const REQUIRED: Readonly<Record<ConsentId, boolean>> = {
  initialPayment: true,
  recurringPayment: false,
  electronicSignature: true,
};

/** The disclosures of the governing state, in one language, in reading order (domain.md 3.4, 3.5, 3.7). */
export function disclosures(words: AgreementWords, figures: AgreementFigures): AgreementDisclosure[] {
  return DISCLOSURE_IDS.filter((id) => isDisclosed(id, figures.terms)).map((id) => ({
    id,
    heading: words.disclosures[id].heading,
    text: words.disclosures[id].text(figures),
  }));
}

/** What the customer is asked to agree to, each on its own: one tick never stands for two (domain.md 3.7). */
export function consents(words: AgreementWords, figures: AgreementFigures): AgreementConsent[] {
  return CONSENT_IDS.map((id) => ({ id, required: REQUIRED[id], text: words.consents[id](figures) }));
}
