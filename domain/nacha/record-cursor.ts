import { damaged } from './damage';
import { RECORD_LENGTH } from './layout';
import type { Line } from './record-reader';

const PRINTABLE = /^[ -~]*$/;

/** The names of the record types, by the digit a record begins with. */
const RECORDS = {
  '1': 'file header',
  '5': 'batch header',
  '6': 'entry detail',
  '7': 'addenda',
  '8': 'batch control',
  '9': 'file control',
} as const;
export type RecordType = keyof typeof RECORDS;

/** Walks the records of a file in order; it is where the order is demanded. */
export class RecordCursor {
  private readonly lines: readonly string[];
  private taken = 0;

  /** @throws LeaseError BANK_FILE_INVALID RECORD_LENGTH or CHARACTER_SET at the first line that is no record */
  constructor(text: string) {
    this.lines = linesOf(text);
    this.lines.forEach((line, index) => {
      const long = line.length;
      if (long !== RECORD_LENGTH) throw damaged(index + 1, 'RECORD_LENGTH', `${long} characters, not ${RECORD_LENGTH}`);
      if (!PRINTABLE.test(line)) throw damaged(index + 1, 'CHARACTER_SET', 'a character is not printable ASCII');
    });
  }

  get lineCount(): number {
    return this.lines.length;
  }

  isAt(type: RecordType): boolean {
    return this.lines[this.taken]?.startsWith(type) ?? false;
  }

  /** @throws LeaseError BANK_FILE_INVALID RECORD_ORDER when the next record is of another type, or there is none */
  take(type: RecordType): Line {
    const text = this.lines[this.taken];
    const number = this.taken + 1;
    if (text === undefined) throw damaged(number, 'RECORD_ORDER', `the file ends where a ${RECORDS[type]} must stand`);
    if (!text.startsWith(type)) throw damaged(number, 'RECORD_ORDER', `not the ${RECORDS[type]} that must stand here`);
    this.taken = number;
    return { number, text };
  }

  rest(): Line[] {
    return this.lines.slice(this.taken).map((text, index) => ({ number: this.taken + index + 1, text }));
  }
}

/** One kind of line end in a file: line feeds, or Windows' pairs; a last one may be missing. */
function linesOf(text: string): string[] {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(lineEnd);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}
