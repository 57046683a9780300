/**
 * A name without what does not tell people apart: case, accents, spaces, punctuation. Peña is Pena, O'Brien is OBRIEN
 * (domain.md 4.2). Look-ups keep keyed hashes of the result: another folding would no longer find who applied before.
 */
export function foldedName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}
