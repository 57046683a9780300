/** A line as it stands in the file. A record that is missing is a line without text, which no check likes. */
export interface RawLine {
  readonly lineNumber: number;
  readonly text: string;
}

export interface RawEntry extends RawLine {
  addenda: readonly RawLine[];
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
  /** Those of all batches, in order. */
  readonly entries: readonly RawEntry[];
  readonly control: RawLine;
  /** Whatever follows the file control. */
  readonly padding: readonly RawLine[];
}

const NONE: readonly RawLine[] = [];

export function rawFile(text: string): RawFile {
  const lines = rawLines(text);
  const missing = { lineNumber: lines.length, text: '' };
  const controlAt = lines.findIndex((line) => line.text.startsWith('9'));
  const end = controlAt < 0 ? lines.length : controlAt;
  const batches = rawBatches(lines.slice(0, end), missing);
  return {
    text,
    lines,
    header: lines[0] ?? missing,
    batches,
    entries: batches.flatMap(({ entries }) => entries),
    control: lines[end] ?? missing,
    padding: lines.slice(end + 1),
  };
}

/** One object a line, whatever it is: a file has tens of thousands of them. */
function rawLines(text: string): RawEntry[] {
  const lines = text.split(text.includes('\r\n') ? '\r\n' : '\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({ lineNumber: index + 1, text: line, addenda: NONE }));
}

function rawBatches(lines: readonly RawEntry[], missing: RawLine): RawBatch[] {
  const batches: RawBatch[] = [];
  let batch: RawBatch | undefined;
  let entry: RawEntry | undefined;
  for (const line of lines) {
    switch (line.text.charAt(0)) {
      case '5':
        batch = { header: line, entries: [], control: missing };
        entry = undefined;
        batches.push(batch);
        break;
      case '6':
        entry = line;
        batch?.entries.push(line);
        break;
      case '7':
        if (entry) entry.addenda = entry.addenda === NONE ? [line] : [...entry.addenda, line];
        break;
      case '8':
        if (batch) batch.control = line;
        break;
    }
  }
  return batches;
}
