import { sourceFiles, textOf, trackedFiles } from './tracked-files';

/** Lines that a reader reads: blank ones are rest. */
function lineCount(path: string): number {
  return textOf(path)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

describe('source files', () => {
  const sizes = sourceFiles()
    .map((path) => ({ path, lines: lineCount(path) }))
    .sort((one, other) => one.lines - other.lines);
  const tests = trackedFiles()
    .filter((path) => /^test\/.*\.tsx?$/.test(path))
    .map(lineCount);
  const sum = (lines: number[]): number => lines.reduce((total, count) => total + count, 0);
  const counts = sizes.map(({ lines }) => lines);

  it('stay small: half within 60 lines, nine of ten within 150, none beyond 250', () => {
    const median = percentile(counts, 0.5);
    const p90 = percentile(counts, 0.9);
    const { path: longest = '', lines: max = 0 } = sizes.at(-1) ?? {};
    process.stdout.write(
      `source: ${counts.length} files, lines median ${median}, p90 ${p90}, max ${max} (${longest})\n`,
    );

    process.stdout.write(`tests: ${(sum(tests) / sum(counts)).toFixed(2)} lines to one of source\n`);

    expect(median).toBeLessThanOrEqual(60);
    expect(p90).toBeLessThanOrEqual(150);
    expect(max).toBeLessThanOrEqual(250);
  });
});
