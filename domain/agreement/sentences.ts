/** Joins sentences into a paragraph; a sentence that does not apply is `undefined` and leaves no trace. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
