import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const ROOT = resolve(__dirname, '../..');
const RULES = ['.dependency-cruiser.cjs', 'eslint.config.mjs', 'tsconfig.json', 'package.json'];

type Tool = 'eslint' | 'depcruise';

/** A copy of the house with its rules and packages, and only the given files in it: to see a rule catch what it should. */
export interface PlantedHouse {
  readonly folder: string;
  run(tool: Tool, args: string[]): string;
  remove(): void;
}

export function plantHouse(files: Record<string, string>): PlantedHouse {
  const folder = mkdtempSync(join(tmpdir(), 'ownward-house-'));
  for (const rule of RULES) cpSync(join(ROOT, rule), join(folder, rule));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    folder,
    run: (tool, args) => runTool(tool, args, folder),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Runs one of the project's tools in a folder and answers what it printed, whether it objected or not. */
export function runTool(tool: Tool, args: string[], cwd: string): string {
  try {
    return execFileSync(join(ROOT, 'node_modules/.bin', tool), args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    // A tool that objects leaves by a status of its own; what it printed is what we came for.
    return z.object({ stdout: z.string() }).parse(error).stdout;
  }
}
