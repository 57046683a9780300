import type { Language } from '../agreement/agreement-document';
import { ENGLISH } from './row-words-en';
import { SPANISH } from './row-words-es';
import type { RowCode, RowDetail, RowResult } from './row-result';

/** One sentence or two for each code. The compiler wants all of them in every language. */
export type RowWords = Readonly<Record<RowCode, (detail: RowDetail) => string>>;

const WORDS: Readonly<Record<Language, RowWords>> = { en: ENGLISH, es: SPANISH };

/** What a retailer's finance person reads beside the code. Dates as the file writes them, amounts as `$1,000.00`. */
export function rowText({ code, detail }: RowResult, language: Language): string {
  return WORDS[language][code](detail);
}
