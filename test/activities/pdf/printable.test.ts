import fc from 'fast-check';
import { printable } from '../../../activities/pdf/printable';

/** All that the standard typefaces can show, by somebody else's table. */
const SHOWN = new Set(
  new TextDecoder('windows-1252')
    .decode(Uint8Array.from({ length: 224 }, (_, index) => index + 32))
    .replace(/\p{C}/gu, ''),
);

const shown = (text: string) => printable(text).text;

describe('a text for the standard typefaces', () => {
  it('stays as it is where they have its letters', () => {
    for (const text of [
      'José Ñandú Ibáñez',
      'Zoë Müller-Œuvre',
      'Škoda Žižka',
      '¿Qué? ¡Sí! $1,234.56 – “quoted” · €5',
      '1 × Sofá',
    ]) {
      expect(printable(text)).toEqual({ text, isExact: true });
    }
  });

  it.each([
    ['Łukasz Żółć', 'Lukasz Zólc'],
    ['Erdős Béla', 'Erdos Béla'],
    ['Đặng Thị Hồng', 'Dang Thi Hong'],
    ['İlker Işık', 'Ilker Isik'],
    ['ﬁne Ａna', 'fine Ana'],
    ['Жанна Петрова', '[?] [?]'],
    ['محمد علي', '[?] [?]'],
    ['山田 太郎', '[?] [?]'],
    ['Ana 👩‍👩‍👧 🇺🇸 Peña', 'Ana [?] [?] Peña'],
    ['नमस्ते x', '[?] x'],
  ])('shows %s as %s: a plain letter or a mark, never a wrong letter', (given, expected) => {
    expect(printable(given)).toEqual({ text: expected, isExact: false });
  });

  it('loses nothing but the directions of reading, and turns what ends a line into a space', () => {
    expect(shown('ana\u202E\u200Bpe\u00ADña')).toBe('anapeña');
    expect(shown('a\nb\tc\r\nd\u0000')).toBe('a b c d');
    expect(printable('José')).toEqual({ text: 'José', isExact: true });
    expect(printable('José'.normalize('NFD'))).toEqual({ text: 'José', isExact: true });
    expect(shown('')).toBe('');
  });

  it('holds only what they can show, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        const { text, isExact } = printable(given);
        expect([...text].filter((character) => !SHOWN.has(character) && character !== '\u00a0')).toEqual([]);
        if (isExact) expect(text).toBe(given.normalize('NFC').replace(/\s+/gu, ' '));
      }),
    );
  });
});
