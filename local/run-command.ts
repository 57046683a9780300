import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface CommandResult {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a program to its end; one that cannot be started, fails or takes too long is `ok: false`. */
export const runCommand = (
  command: string,
  args: readonly string[],
  { limitMs, onLine }: { limitMs: number; onLine?: (line: string) => void },
): Promise<CommandResult> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs, killSignal: 'SIGKILL' });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        onLine?.(line);
      });
    }
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output: lines.join('\n') }));
  });
