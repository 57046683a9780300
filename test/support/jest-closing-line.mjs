import vm from 'node:vm';

/** Says on one plain line how the run ended, and before it which tests did not run: a skipped guarantee is no guarantee. */
export default class ClosingLine {
  constructor() {
    // PGlite loads parts of itself by import(), which Jest allows only under a flag of Node.
    if (vm.SourceTextModule === undefined)
      throw new Error('Run tests as `npm test -- <path>`: it sets the flags they need.');
  }

  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap((file) =>
      file.testResults.filter(({ status }) => status === 'pending'),
    );
    for (const { fullName } of skipped) process.stdout.write(`skipped: ${fullName}\n`);

    // A file that does not even load has no tests to count, and must not look like success.
    const failedCount = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
    process.stdout.write(`\n${results.numPassedTests} passed, ${failedCount} failed${tail}\n`);
  }
}
