import { renderAgreement } from '../../../domain/agreement/agreement';
import { type Agreement, type Language } from '../../../domain/agreement/agreement-document';
import { everyAgreementInput } from './agreement-fixture';

const AGREEMENTS = everyAgreementInput().map(renderAgreement);

const wordsOf = (agreement: Agreement): string =>
  [
    agreement.title,
    agreement.payments.description,
    ...agreement.disclosures.flatMap(({ heading, text }) => [heading, text]),
    ...agreement.consents.map(({ text }) => text),
  ].join('\n');

const of = (language: Language): string[] => AGREEMENTS.filter((one) => one.language === language).map(wordsOf);

/** Whole words, accents included: `\b` alone would take `é` for the end of a word. */
const word = (alternatives: string): RegExp => new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'iu');

const ENGLISH_WORDS = word(
  'the|and|of|you|your|we|our|payments?|leases?|goods|delivery|delivered|days?|weeks?|months?|years?|fees?|late|own|' +
    'owner|if|not|to|is|are|with|for|price|cost|sign|today|total to own|cash|buyout|autopay|card|store|early|' +
    'purchase|January|February|March|April|May|June|July|August|September|October|November|December|New York|Michigan',
);
const SPANISH_WORDS = word(
  'el|la|los|las|de|que|usted|pagos?|arrendamiento|artículos|entrega|días?|meses|cargo|si|para|con|precio|compra|' +
    'enero|febrero|noviembre|diciembre',
);
const CREDIT_WORDS_ENGLISH = word(
  'loans?|lend(?:er|ing)?|borrow(?:er|ers|ing)?|credit(?:s|ed|or|ors)?|debts?|debtors?|principal|interest|apr|' +
    'annual percentage rate|installments?|down[- ]?payment|financ\\p{L}*|refinanc\\p{L}*',
);
const CREDIT_WORDS_SPANISH = word(
  'préstamos?|prestamista|prestatari[oa]|prestar|créditos?|acredita\\p{L}*|acreedor(?:es)?|deudas?|deudor(?:es)?|' +
    'interés|intereses|capital|cuotas?|a plazos|enganche|financ\\p{L}*|refinanc\\p{L}*|hipotec\\p{L}*|' +
    'tae|mora|moratori\\p{L}*',
);

describe('the words of the agreement', () => {
  it('are Spanish from end to end in the Spanish one', () => {
    for (const text of of('es')) expect(text.match(ENGLISH_WORDS)).toBeNull();
  });

  it('are English from end to end in the English one', () => {
    for (const text of of('en')) expect(text.match(SPANISH_WORDS)).toBeNull();
  });

  it('never speak of credit in either language', () => {
    for (const text of of('en')) expect(text.match(CREDIT_WORDS_ENGLISH)).toBeNull();
    for (const text of of('es')) expect(text.match(CREDIT_WORDS_SPANISH)).toBeNull();
  });

  it('address the customer as usted, never as tú', () => {
    for (const text of of('es'))
      expect(text.match(word('tú|tu|tus|ti|contigo|tienes|puedes|debes|pagas|firmas'))).toBeNull();
  });

  it('have no hole: no missing figure, no doubled space, no heading without text, each text a full sentence', () => {
    for (const agreement of AGREEMENTS) {
      const text = wordsOf(agreement);
      expect(text).not.toMatch(/undefined|NaN|null|\[object|\$\{| {2}| ,|\.\.|,,/);
      for (const disclosure of agreement.disclosures) {
        expect(disclosure.heading).toMatch(/^\p{Lu}/u);
        expect(disclosure.text).toMatch(/^\p{Lu}.{20,}\.$/u);
      }
    }
  });

  it('explain themselves differently under every heading', () => {
    for (const { disclosures } of AGREEMENTS) {
      expect(new Set(disclosures.map(({ heading }) => heading)).size).toBe(disclosures.length);
      expect(new Set(disclosures.map(({ text }) => text)).size).toBe(disclosures.length);
    }
  });

  it('hold none of the clauses that every state forbids', () => {
    const forbidden = /confess|waive|breach of the peace|must buy insurance|early termination fee|penalty of/i;
    for (const text of of('en')) expect(text).not.toMatch(forbidden);
  });
});
