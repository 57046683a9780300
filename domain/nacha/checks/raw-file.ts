/** A line as it stands in the file. A record that is missing is a line without text, which no check likes. */
export interface RawLine {
  readonly lineNumber: number;
  readonly text: string;
}

export interface RawEntry extends RawLine {
  readonly addenda: RawLine[];
}

export interface RawBatch {
  readonly header: RawLine;
  readonly entries: RawEntry[];
  control: RawLine;
}

/** The lines of a file by what they claim to be. Nothing is refused here: that is what the checks are for. */
export interface RawFile {
  readonly text: string;
  readonly lines: readonly RawLine[];
  readonly header: RawLine;
  readonly batches: readonly RawBatch[];
  readonly control: RawLine;
  /** Whatever follows the file control. */
  readonly padding: readonly RawLine[];
}

/** Characters `first` to `last` of a record, 1-based and inclusive, as the rules of Nacha count them. */
export const cut = ({ text }: RawLine, first: number, last: number): string => text.slice(first - 1, last);

export function rawFile(text: string): RawFile {
  const lines = rawLines(text);
  const missing = { lineNumber: lines.length, text: '' };
  const controlAt = lines.findIndex((line) => line.text.startsWith('9'));
  const end = controlAt < 0 ? lines.length : controlAt;
  return {
    text,
    lines,
    header: lines[0] ?? missing,
    batches: rawBatches(lines.slice(0, end), missing),
    control: lines[end] ?? missing,
    padding: lines.slice(end + 1),
  };
}

function rawLines(text: string): RawLine[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({ lineNumber: index + 1, text: line }));
}

function rawBatches(lines: readonly RawLine[], missing: RawLine): RawBatch[] {
  const batches: RawBatch[] = [];
  for (const line of lines) {
    const batch = batches.at(-1);
    switch (line.text.charAt(0)) {
      case '5':
        batches.push({ header: line, entries: [], control: missing });
        break;
      case '6':
        batch?.entries.push({ ...line, addenda: [] });
        break;
      case '7':
        batch?.entries.at(-1)?.addenda.push(line);
        break;
      case '8':
        if (batch) batch.control = line;
        break;
    }
  }
  return batches;
}
