import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const startOnLinux = (pid: number): string | undefined => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command's name, in brackets, may itself hold spaces and brackets; what we need comes after the last one.
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? undefined : rest[18];
};

const startElsewhere = (pid: number): string | undefined => {
  const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  return text === '' ? undefined : text;
};

/**
 * When the process was started, in the system's own spelling; undefined when there is no such process. Together with
 * the pid it names a process for good: a pid alone is given away again after a crash.
 */
export const processIdentity = (pid: number): string | undefined => {
  try {
    return existsSync('/proc/self/stat') ? startOnLinux(pid) : startElsewhere(pid);
  } catch {
    return undefined;
  }
};
