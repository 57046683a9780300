/** The file with other characters from a 1-based position of a 1-based line on; its length stays. */
export function overwrite(text: string, lineNumber: number, position: number, characters: string): string {
  const lines = text.split('\n');
  const line = lines[lineNumber - 1] ?? '';
  lines[lineNumber - 1] = line.slice(0, position - 1) + characters + line.slice(position - 1 + characters.length);
  return lines.join('\n');
}

/** Several such edits, one after the other. */
export function overwriteAll(text: string, edits: readonly (readonly [number, number, string])[]): string {
  return edits.reduce((edited, [line, position, characters]) => overwrite(edited, line, position, characters), text);
}
