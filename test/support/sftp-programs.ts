import { spawn } from 'node:child_process';

const MISSING = 'is missing: install OpenSSH (apt-get install openssh-client)';

export interface SshRun {
  code: number;
  output: string;
}

/** What a program of OpenSSH says, and how it ends. @throws Error when it is not installed */
export async function runSsh(program: 'sftp' | 'ssh', args: string[]): Promise<SshRun> {
  const child = spawn(program, args, { timeout: 60_000, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  return await new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`${program} ${MISSING}`, { cause })));
    child.once('close', (code) => resolve({ code: code ?? -1, output: said.join('') }));
  });
}

/** Without the settings of whoever runs the tests. @param portFlag `sftp` and `ssh` disagree about it */
export function sshOptions(to: { port: number; privateKeyPath: string }, portFlag: '-P' | '-p'): string[] {
  const quiet = ['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'IdentitiesOnly=yes', 'LogLevel=ERROR'];
  const options = [...quiet, 'BatchMode=yes'].flatMap((option) => ['-o', option]);
  return [...options, '-F', '/dev/null', '-i', to.privateKeyPath, portFlag, String(to.port)];
}
