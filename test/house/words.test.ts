import { sourceFiles, textOf, trackedFiles } from './tracked-files';

/** A lease is not a loan, and the law reads our words: style 10. Compound names are split, so `aprBps` is caught too. */
const CREDIT_WORDS =
  /\b(?:loans?|lend(?:er|ing)s?|borrow(?:er|ing)s?|principals?|interest|installments?|apr|down ?payments?|finance charges?)\b/i;

/** The month, as part of a list of months or of a date. */
const MONTH = /['"]Apr['"]/g;

const FORBIDDEN_NAME = /^(?:utils?|helpers?|common|shared|lib|misc|types|constants)$/;
const DUMPING_GROUND = 'says nothing about what is in it';

function creditWordsIn(text: string): string[] {
  return text
    .replace(MONTH, '')
    .split('\n')
    .map((line) => line.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_-]/g, ' '))
    .flatMap((line) => CREDIT_WORDS.exec(line)?.[0] ?? []);
}

describe('the words of the house', () => {
  it('are those of a lease, never of credit', () => {
    const found = sourceFiles().flatMap((path) => creditWordsIn(textOf(path)).map((word) => `${path}: ${word}`));
    expect(found).toEqual([]);
  });

  it.each([
    'const aprBps = 1',
    'the principal of the lease',
    'down_payment_cents',
    'InstallmentPlan',
    "'APR'",
    'a down payment',
  ])('are told from credit words: %s is caught', (line) => {
    expect(creditWordsIn(line)).toHaveLength(1);
  });

  it.each(["'Apr'", 'interesting', 'april', 'alone'])('are told from credit words: %s is not', (line) => {
    expect(creditWordsIn(line)).toEqual([]);
  });

  it('name each file and folder after the one thing in it', () => {
    const found = trackedFiles().flatMap((path) => {
      const parts = path.replace(/\.[^/]*$/, '').split('/');
      return parts.filter((part) => FORBIDDEN_NAME.test(part)).map((part) => `${path}: "${part}" ${DUMPING_GROUND}`);
    });
    expect(found).toEqual([]);
  });

  it('are spelt in kebab case in file names', () => {
    expect(sourceFiles().filter((path) => !/^[a-z0-9/-]+(?:\.[a-z0-9-]+)*\.tsx?$/.test(path))).toEqual([]);
  });
});
