import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { loadBinaryPlaces, PROJECT_ROOT } from '../config/local-settings';

/** All that a bundle is made of; a change in any of them makes another one. */
const SOURCES = ['workflows', 'domain', 'package-lock.json', 'worker/bundle.ts'];

const workflowsPath = join(PROJECT_ROOT, 'workflows', 'index.ts');

/**
 * Code that all leases of a worker share, frozen, instead of having a copy each: half the memory of a cached lease, and
 * a third of the time to wake a cold one. It asks for what TW17 asks for anyway: no state in a module.
 */
const preloadModules = ['@temporalio/workflow', workflowsPath];

/**
 * The Workflow code as one script. Bundling takes seconds, so it is done once for the same sources and kept; a start,
 * a test run and an image all read the same file.
 */
export async function workflowBundle(): Promise<{ code: string }> {
  const folder = join(loadBinaryPlaces().cacheDir, 'bundles');
  const file = join(folder, `${sourcesHash()}.js`);
  if (existsSync(file)) return { code: readFileSync(file, 'utf8') };

  const { code } = await bundleWorkflowCode({ workflowsPath, preloadModules });
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, code);
  renameSync(unfinished, file);
  return { code };
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(PROJECT_ROOT, source);
    for (const file of source.includes('.') ? [path] : sourceFiles(path)) {
      hash.update(file.slice(PROJECT_ROOT.length)).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 24);
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => join(folder, file));
}
