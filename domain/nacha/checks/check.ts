import type { AchContext } from './context';
import type { RawFile, RawLine } from './raw-file';
import type { CheckId, Violation } from './violation';

/** One of the thirty. It reads raw lines, by positions of its own: the writer's table cannot hide the writer's faults. */
export type Check = (file: RawFile, context: AchContext) => Violation[];

/** The lines for which something does not hold, as violations. */
export function unless<T extends RawLine>(
  check: CheckId,
  lines: readonly T[],
  holds: (line: T, index: number) => boolean,
  detail: string,
): Violation[] {
  return lines.filter((line, index) => !holds(line, index)).map(({ lineNumber }) => ({ check, lineNumber, detail }));
}
