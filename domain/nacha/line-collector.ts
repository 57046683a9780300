const JOINED_AT_COUNT = 256;

/**
 * Collects the lines of a file. Joins them early: a hundred thousand lines, each still a rope of its fields, cost the
 * garbage collector more than the writer.
 */
export class LineCollector {
  private readonly joined: string[] = [];
  private waiting: string[] = [];
  count = 0;

  push(line: string): void {
    this.count += 1;
    if (this.waiting.push(line) < JOINED_AT_COUNT) return;
    this.joined.push(this.waiting.join('\n'));
    this.waiting = [];
  }

  /** A line feed between lines, none after the last. */
  text(): string {
    return [...this.joined, ...this.waiting].join('\n');
  }
}
