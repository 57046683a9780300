/** What the standard typefaces can show beyond Latin-1 (WinAnsi, ISO 32000 annex D). */
const BEYOND_LATIN_1 = new Set('ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™');

/** Latin letters that are no plain letter with a mark, so that Unicode does not take them apart. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ħ: 'h', Ħ: 'H', ı: 'i', ŧ: 't', Ŧ: 'T', ŋ: 'n', Ŋ: 'N', ĸ: 'k' }),
);

/** Stands for a run of letters that the typeface lacks and no plain Latin letter stands for. */
const UNKNOWN = '[?]';

export interface Printable {
  text: string;
  /** false: something of what was given cannot be shown as it is */
  isExact: boolean;
}

/**
 * A text as the standard typefaces can show it: letters they lack become their plain Latin letters (ő → o, ł → l),
 * and what has none becomes `[?]`. Never a wrong letter: pdfkit would write half of a character's number instead.
 */
export function printable(given: string): Printable {
  const whole = given.normalize('NFC').replace(/\s+/gu, ' ');
  let text = '';
  for (const character of whole) {
    const shown = shownAs(character);
    // One mark for a run: an emoji is many characters, and a name in another script stays one word.
    if (shown !== UNKNOWN || !text.endsWith(UNKNOWN)) text += shown;
  }
  return { text, isExact: text === whole };
}

function shownAs(character: string): string {
  if (isInTypeface(character)) return character;
  // Marks of what stands before them, and signs that only steer the direction of reading, show nothing by themselves.
  if (/^[\p{M}\p{Cf}\p{Cc}]$/u.test(character)) return '';
  const plain = PLAIN.get(character) ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
  return [...plain].every(isInTypeface) && plain !== '' ? plain : UNKNOWN;
}

function isInTypeface(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  // 0xad, the soft hyphen, would be drawn as a hyphen.
  const isLatin1 = (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff && code !== 0xad);
  return isLatin1 || BEYOND_LATIN_1.has(character);
}
