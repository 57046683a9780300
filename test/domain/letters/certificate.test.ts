import { calendarDate } from '../../../domain/calendar-date';
import { ZERO_CENTS } from '../../../domain/cents';
import type { Signature } from '../../../domain/letters/certificate';
import { signedAgreement } from '../../../domain/letters/signed-agreement';
import { SHA, signatureOf, textsOf, wholeText } from './letter-fixture';

/** What stands on the last page. */
function certificateOf(signature: Signature): string {
  const { blocks, ...letter } = signedAgreement(signature);
  const start = blocks.findIndex(({ kind }) => kind === 'newPage');
  return wholeText({ ...letter, title: '', blocks: blocks.slice(start) });
}

describe('the customer’s copy of a signed agreement', () => {
  it('holds every word that was shown: parties, items, amounts, each payment, each disclosure, each consent', () => {
    const signature = signatureOf();
    const { agreement } = signature;
    const texts = textsOf(signedAgreement(signature));
    for (const { heading, text } of agreement.disclosures)
      expect(texts).toEqual(expect.arrayContaining([heading, text]));
    for (const { text } of agreement.consents) expect(texts).toContain(text);
    expect(texts).toContain(agreement.payments.description);
    expect(texts.filter((text) => text === '$89.47')).toHaveLength(25);
    expect(texts).toEqual(expect.arrayContaining(['Sofá (SOFA-1)', '$1,299.99', '$1,104.99', '$79.00', '$2,404.98']));
    expect(texts).toContain('Ownward, 100 Main, Austin, TX 78701');
    expect(texts).toContain('José Peña, 9 Elm, Austin, TX 78702');
  });

  it('certifies on a page of its own who signed what, when on both clocks, from where, and in which words', () => {
    const text = certificateOf(signatureOf());
    for (const part of [
      ...[`SHA-256 of the agreement\n${SHA}`, `SHA-256 named by the signature\n${SHA}`],
      ...['Lease\n1002003001', 'number\n1', 'signature\nJosé Peña'],
      ...['Signed\n2026-11-25 02:14:38 UTC', '2026-11-24 20:14:38 (America/Chicago, UTC-06:00)'],
      ...['IP address\n203.0.113.7', 'Browser\nMozilla/5.0 (X11)', 'consent texts\nen-3f9a2c71d04b5e88'],
      "$79.00, charged to the customer's card with the signature",
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says of each consent whether it was given', () => {
    const { agreement } = signatureOf();
    const textOf = (id: string) => agreement.consents.find((consent) => consent.id === id)?.text ?? 'none';
    const text = certificateOf(signatureOf());
    expect(text).toContain(`Given\n${textOf('initialPayment')}`);
    expect(text).toContain(`Not given\n${textOf('recurringPayment')}`);
    expect(text).toContain(`Given\n${textOf('electronicSignature')}`);
  });

  it('says so where nothing was recorded, as of signatures older than the page', () => {
    const { signer: _, consents: __, ...old } = signatureOf().evidence;
    const text = certificateOf({ ...signatureOf(), evidence: old });
    expect(text.match(/Not recorded/g)).toHaveLength(6);
  });

  it('shortens a browser’s name that goes on for ever, and says that nothing was charged where nothing was', () => {
    const signer = { ipAddress: '::1', userAgent: 'x'.repeat(4_000), consentTextVersion: 'v' };
    const long = certificateOf({ ...signatureOf({}, { signer }), initialPaymentCents: ZERO_CENTS });
    expect(long).toContain(`${'x'.repeat(500)}…\n`);
    expect(long).not.toContain('x'.repeat(501));
    expect(long).toContain('no initial payment');
  });

  it('is in the language of the agreement', () => {
    const letter = signedAgreement(signatureOf({ language: 'es' }));
    expect(letter).toMatchObject({ language: 'es', title: 'Contrato de arrendamiento con opción a compra' });
    expect(wholeText(letter)).toContain('Certificado de firma');
    expect(wholeText(letter)).toContain('25 de noviembre de 2026');
    expect(letter.madeAt.slice(0, 10)).toBe(calendarDate('2026-11-25'));
  });
});
