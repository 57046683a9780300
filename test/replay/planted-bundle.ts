import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const ROOT = resolve(__dirname, '../..');

/** The Workflows with one change planted in one file, as an unwary release would bring them. */
export async function plantedBundle(file: string, found: string | RegExp, planted: string): Promise<{ code: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'ownward-planted-'));
  try {
    for (const part of ['workflows', 'domain']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const path = join(folder, 'workflows/lease', file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(found, planted);
    if (after === before) throw new Error(`nothing to change in ${file}: ${String(found)}`);
    const sleep = /\bsleep\b/.test(before) ? '' : "import { sleep } from '@temporalio/workflow';\nvoid sleep;\n";
    writeFileSync(path, `${sleep}${after}`);
    const workflowsPath = join(folder, 'workflows', 'index.ts');
    return await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
