import { consentTextVersion } from '../../activities/signatures';
import { renderAgreement } from '../../domain/agreement/agreement';
import { agreementInput } from '../domain/agreement/agreement-fixture';

const agreement = renderAgreement(agreementInput());

describe('the version of the consents', () => {
  it('is the same for the same words, and says their language', () => {
    const again = renderAgreement(agreementInput());
    expect(consentTextVersion(again)).toBe(consentTextVersion(agreement));
    expect(consentTextVersion(agreement)).toMatch(/^en-[0-9a-f]{16}$/);
    expect(consentTextVersion(renderAgreement(agreementInput({ language: 'es' })))).toMatch(/^es-[0-9a-f]{16}$/);
  });

  it('is another one when a word, an amount, or what is needed is another', () => {
    const [first, ...rest] = agreement.consents;
    if (!first) throw new Error('an agreement asks for consents');
    const versions = [
      agreement,
      { ...agreement, consents: [{ ...first, text: `${first.text} ` }, ...rest] },
      { ...agreement, consents: [{ ...first, required: false }, ...rest] },
      { ...agreement, consents: rest },
      renderAgreement(agreementInput({ initialPaymentCents: 7_900 })),
    ].map(consentTextVersion);
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('is made of the consents alone: another order leaves it as it is', () => {
    const other = renderAgreement({ ...agreementInput(), invoiceNumber: 'INV-99' });
    expect(consentTextVersion(other)).toBe(consentTextVersion(agreement));
  });
});
