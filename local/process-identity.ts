import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Fields of /proc/<pid>/stat after the command's name, from `state` on. */
const STATE = 0;
const THREAD_COUNT = 17;
const START_TIME = 19;

const startOnLinux = (pid: number): string | undefined => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command's name, in brackets, may itself hold spaces and brackets; what we need comes after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie is over, but one whose threads are still ending holds its ports and files.
  const isOver = fields[STATE] === 'Z' && Number(fields[THREAD_COUNT]) <= 1;
  return isOver || fields[STATE] === 'X' ? undefined : fields[START_TIME];
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
