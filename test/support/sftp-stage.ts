import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import ssh2, { type Client, type ConnectConfig, type SFTPWrapper } from 'ssh2';
import SftpClient from 'ssh2-sftp-client';
import type { SftpPartner } from '../../db/sftp-partners';
import { merchantId } from '../../domain/ids';
import { ensurePrivateKey, publicKeyOf } from '../../sftp/key-pair';
import { LIMITS, type Limits } from '../../sftp/limits';
import { PartnerFolder } from '../../sftp/partner-folder';
import { Quota } from '../../sftp/quota';
import { SftpServer } from '../../sftp/server';
import type { Folder } from '../../sftp/virtual-path';
import { runSsh, type SshRun, sshOptions } from './sftp-programs';

/** An SFTP server of ours with one partner, `best`, and nobody who takes its files in. */
export class SftpStage {
  readonly arrived: string[] = [];
  /** what goes wrong inside is logged here */
  readonly lines: string[] = [];
  partner: SftpPartner;
  readonly server: SftpServer;
  port = 0;

  private constructor(
    private readonly dir: string,
    readonly folder: PartnerFolder,
    limits: Limits,
  ) {
    const publicKeys = [publicKeyOf(ensurePrivateKey(join(dir, 'client')))];
    this.partner = { username: 'best', merchantId: merchantId('mer_best'), publicKeys, pgpPublicKey: null };
    const quota = new Quota(folder, limits);
    this.server = new SftpServer({
      hostKeys: [ensurePrivateKey(join(dir, 'host'))],
      limits,
      logger: pino({ level: 'error' }, { write: (line) => void this.lines.push(line) }),
      find: async (username) => (username === this.partner.username ? this.partner : undefined),
      deskOf: async () => ({
        ...{ folder, limits, quota },
        arrived: (name) => void this.arrived.push(name),
        nameFree: async () => undefined,
      }),
    });
  }

  static async open(changes: Partial<Limits> = {}): Promise<SftpStage> {
    const limits = { ...LIMITS, ...changes };
    const dir = mkdtempSync(join(tmpdir(), 'ownward-sftp-'));
    const stage = new SftpStage(dir, await PartnerFolder.open(join(dir, 'root')), limits);
    stage.port = await stage.server.listen(0, '127.0.0.1');
    return stage;
  }

  async close(): Promise<void> {
    await this.server.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** On this machine, beside the partner's folders. */
  path = (name: string): string => join(this.dir, name);

  root = (...names: string[]): string => join(this.dir, 'root', ...names);

  inFolder = (folder: Folder | '.arriving'): string[] => readdirSync(this.root(folder)).sort();

  text = (folder: Folder, name: string): string => readFileSync(this.root(folder, name), 'utf8');

  /** What `sftp` of OpenSSH does with these commands; it stops at the first that fails. */
  openSsh = (...commands: string[]): Promise<SshRun> =>
    runSsh('sftp', ['-b', this.batch(commands), ...this.options('-P'), 'best@127.0.0.1']);

  /** A command, as with `ssh best@… ls`. */
  shell = (...command: string[]): Promise<SshRun> =>
    runSsh('ssh', [...this.options('-p'), 'best@127.0.0.1', ...command]);

  /** The client of many a program. */
  async program(): Promise<SftpClient> {
    const client = new SftpClient('test', { error: () => undefined, end: () => undefined, close: () => undefined });
    await client.connect(this.account());
    return client;
  }

  account() {
    const privateKey = readFileSync(this.path('client'), 'utf8');
    return { host: '127.0.0.1', port: this.port, username: 'best', privateKey };
  }

  /** A connection and the bare protocol on it, for what no decent client does. */
  async raw(): Promise<{ client: Client; sftp: SFTPWrapper; closed: Promise<void> }> {
    const client = await connected(this.account());
    const closed = closing(client);
    const sftp = await new Promise<SFTPWrapper>((resolve, reject) => {
      client.sftp((error, wrapper) => (error ? reject(error) : resolve(wrapper)));
    });
    return { client, sftp, closed };
  }

  private batch(commands: readonly string[]): string {
    const path = this.path('commands');
    writeFileSync(path, `${commands.join('\n')}\n`);
    return path;
  }

  private options(portFlag: '-P' | '-p'): string[] {
    return sshOptions({ port: this.port, privateKeyPath: this.path('client') }, portFlag);
  }
}
/** Resolves when it is closed, whatever closed it; to be asked for while it is open. */
export const closing = (line: Client | Socket): Promise<void> =>
  new Promise((resolve) => void line.once('close', () => resolve()));

/** @throws what the server made of it */
export async function connected(config: ConnectConfig): Promise<Client> {
  const client = new ssh2.Client();
  await new Promise<void>((resolve, reject) => {
    client.once('ready', resolve).once('error', reject).connect(config);
  });
  client.on('error', () => undefined);
  return client;
}

/** The status that the server answers a request with, or undefined for OK. */
export async function statusOf(request: (done: (error?: Error | null) => void) => void): Promise<number | undefined> {
  const error = await new Promise<Error | null | undefined>((resolve) => request(resolve));
  return error && 'code' in error ? Number(error.code) : undefined;
}
