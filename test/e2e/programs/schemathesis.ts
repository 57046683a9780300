import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxAt } from '../../support/e2e-client';
import { contracts } from '../../support/e2e-leases';
import { startSystem, type System } from '../../support/e2e-system';

const PACKAGE = 'schemathesis==4.32.0';
const PHASES = 'examples,coverage,fuzzing,stateful';
const SETTINGS = join(__dirname, '../schemathesis');
const LIMIT_MS = 600_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Lets schemathesis try a running system against the document that it serves. The only argument is a seed; the same one
 * makes the same requests.
 * @returns the process's exit code
 */
async function main(seed: string): Promise<number> {
  const packages = mkdtempSync(join(tmpdir(), 'ownward-schemathesis-'));
  try {
    const installed = spawnSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', packages, PACKAGE]);
    if (installed.status !== 0) {
      say(`skipped: schemathesis cannot be installed here: ${String(installed.error ?? installed.stderr).trim()}`);
      return 0;
    }
    const system = await startSystem();
    try {
      return await tryOut(system, packages, seed);
    } finally {
      await system.stop();
      system.remove();
    }
  } finally {
    rmSync(packages, { recursive: true, force: true });
  }
}

async function tryOut(system: System, packages: string, seed: string): Promise<number> {
  const { bestsofa, support, operations, care } = sandboxAt(system.dataDir);
  const { signing } = await contracts(bestsofa);
  // It keeps notes where it runs.
  const folder = join(packages, 'settings');
  cpSync(SETTINGS, folder, { recursive: true });
  const run = spawnSync(
    'python3',
    [
      ...['-m', 'schemathesis.cli', '--config-file', 'schemathesis.toml'],
      ...['run', `${bestsofa.apiUrl}/openapi.json`, '--phases', PHASES, '--checks', 'all'],
      ...['--max-examples', '10', '--seed', seed],
    ],
    {
      cwd: folder,
      timeout: LIMIT_MS,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        PYTHONPATH: packages,
        PYTHONDONTWRITEBYTECODE: '1',
        RETAILER_KEY: bestsofa.apiKey,
        SUPPORT_KEY: support.apiKey,
        OPERATIONS_KEY: operations.apiKey,
        CARE_KEY: care.apiKey,
        SIGNING_TOKEN: signing.split('/').at(-1),
      },
    },
  );
  if (run.error) say(`schemathesis did not end by itself: ${run.error.message}`);
  return run.status ?? 1;
}

void main(process.argv[2] ?? '7').then((code) => process.exit(code));
