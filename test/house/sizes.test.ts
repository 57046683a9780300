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
  const counts = sizes.map(({ lines }) => lines);

  it('stay small: half within 60 lines, nine of ten within 150, none beyond 250', () => {
    const median = percentile(counts, 0.5);
    const p90 = percentile(counts, 0.9);
    const { path: longest = '', lines: max = 0 } = sizes.at(-1) ?? {};
    process.stdout.write(
      `source: ${counts.length} files, lines median ${median}, p90 ${p90}, max ${max} (${longest})\n`,
    );

    expect(median).toBeLessThanOrEqual(60);
    expect(p90).toBeLessThanOrEqual(150);
    expect(max).toBeLessThanOrEqual(250);
  });

  it('are not longer than the tests that hold them', () => {
    const sum = (paths: string[]) => paths.reduce((total, path) => total + lineCount(path), 0);
    const tests = sum(trackedFiles().filter((path) => path.startsWith('test/') && path.endsWith('.ts')));
    const source = sum(sourceFiles());
    process.stdout.write(`tests: ${tests} lines to ${source} of source, ${(tests / source).toFixed(2)}\n`);
    expect(tests).toBeGreaterThanOrEqual(source);
  });
});
