export const LANGUAGES = ['en', 'es'] as const;

/** What people are spoken to in; both say the same, by test. */
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: unknown): text is Language => LANGUAGES.some((language) => language === text);
