/** Letters that Unicode does not take apart into a base letter and a mark. */
const SPELT_OUT: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  ẞ: 'SS',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
};

/** What needs no work: printable ASCII without lower case and without space at either end. */
const PLAIN = /^(?:[!-`{-~](?:[ -`{-~]*[!-`{-~])?)?$/;

/**
 * Text as it may stand in an ACH file: upper-case printable ASCII (domain.md 5.1), the same for the same input always.
 * Accents are dropped (`ñ` → `N`), letters without a base are spelt out (`ß` → `SS`), anything else becomes a space.
 */
export function toAchText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase()
    .replace(/[^ -~]/gu, (letter) => SPELT_OUT[letter] ?? ' ')
    .trim();
}
