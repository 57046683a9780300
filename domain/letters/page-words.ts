import type { Language } from '../agreement/agreement-document';

interface PageWords {
  page: (page: number, pageCount: number) => string;
  /** where the typeface lacks a letter that was given to us */
  inexact: string;
}

/** What the drawing itself says. */
export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  en: {
    page: (page, pageCount) => `Page ${page} of ${pageCount}`,
    inexact:
      'The typeface of this document lacks some letters of what was given to us: they are shown by their plain Latin ' +
      'letters, or as [?]. Our electronic record holds them as they were given.',
  },
  es: {
    page: (page, pageCount) => `Página ${page} de ${pageCount}`,
    inexact:
      'La tipografía de este documento no tiene algunas letras de los datos que recibimos: aparecen como letras ' +
      'latinas simples o como [?]. Nuestro registro electrónico las conserva tal como se recibieron.',
  },
};
