/** A reason not to go on that its reader can act on: one sentence, shown without a stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** What went wrong, in a few words, for the end of a sentence. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const firstLine = error.message.split('\n')[0] ?? '';
  return firstLine === '' ? error.name : firstLine;
};
