import { LANGUAGES } from '../../../domain/agreement/agreement-document';
import { DOCUMENT_KINDS } from '../../../domain/letters/document-kind';
import type { Letter } from '../../../domain/letters/letter';
import { type LetterFacts, writeLetter } from '../../../domain/letters/write-letter';
import { PAY_FREQUENCIES } from '../../../domain/program';
import { STATES } from '../agreement/agreement-fixture';
import { everyFacts, type LetterChoice, textsOf, wholeText } from './letter-fixture';

const CHOICES: LetterChoice[] = STATES.flatMap((governingState) =>
  PAY_FREQUENCIES.map((payFrequency) => ({ governingState, payFrequency })),
);

/** Words of names and addresses, which no language changes; sha, browser and version are what they are. */
const figuresIn = (letter: Letter): string[] => (wholeText(letter).match(/\$?\d[\d,.:]*\d|\$?\d/g) ?? []).sort();

const both = (facts: LetterFacts, choice: LetterChoice): [Letter, Letter] => {
  const inSpanish = everyFacts({ ...choice, language: 'es' }).find(({ kind }) => kind === facts.kind);
  if (!inSpanish) throw new Error(`no ${facts.kind} in Spanish`);
  return [writeLetter(facts), writeLetter(inSpanish)];
};

describe('letters in two languages', () => {
  it('are of every kind there is', () => {
    expect(everyFacts().map(({ kind }) => kind)).toEqual([...DOCUMENT_KINDS]);
  });

  it.each(DOCUMENT_KINDS)('%s has the same figures in both, in every state and frequency', (kind) => {
    for (const choice of CHOICES) {
      const facts = everyFacts({ ...choice, language: 'en' }).find((one) => one.kind === kind);
      if (!facts) throw new Error(`no ${kind}`);
      const [english, spanish] = both(facts, choice);
      expect(figuresIn(english).length).toBeGreaterThan(3);
      expect(figuresIn(spanish)).toEqual(figuresIn(english));
    }
  });

  it('are made of the same parts in both', () => {
    for (const facts of everyFacts()) {
      const [english, spanish] = both(facts, {});
      expect(spanish.blocks.map(({ kind }) => kind)).toEqual(english.blocks.map(({ kind }) => kind));
    }
  });

  it('have no sentence in the other language', () => {
    for (const facts of everyFacts()) {
      const [english, spanish] = both(facts, {});
      const sentences = (letter: Letter) =>
        textsOf(letter).filter((text) => text.split(' ').length > 4 && !text.includes('TX 787'));
      expect(sentences(english).filter((text) => sentences(spanish).includes(text))).toEqual([]);
      expect(sentences(spanish).filter((text) => / the | you | your /i.test(text))).toEqual([]);
      expect(sentences(english).filter((text) => / el | usted | sus? /i.test(text))).toEqual([]);
    }
  });
});

describe('every letter', () => {
  it.each(LANGUAGES)(
    'says whom it is to, about which lease, and never shows a text that was left out: %s',
    (language) => {
      for (const facts of everyFacts({ language })) {
        const letter = writeLetter(facts);
        const text = wholeText(letter);
        for (const part of ['José Peña', '1002003001', 'Casa Linda 7']) expect(text).toContain(part);
        expect(letter.footer).toContain('1002003001');
        expect(letter.language).toBe(language);
        expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      }
    },
  );

  it('shows no payment without the total to own beside it', () => {
    for (const facts of everyFacts()) {
      for (const block of writeLetter(facts).blocks) {
        const headings = block.kind === 'table' ? block.columns.map(({ heading }) => heading).join() : '';
        if (headings.includes('Payment')) expect(headings).toContain('total to own: $2,404.98');
      }
    }
  });

  it('is dated by what it tells of, not by a clock', () => {
    for (const facts of everyFacts()) expect(writeLetter(facts).madeAt).toBe('2026-11-25T02:14:38.000Z');
  });
});
