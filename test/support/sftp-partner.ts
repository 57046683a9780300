import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SftpClient from 'ssh2-sftp-client';
import { readSandboxFile } from '../../local/sandbox-file';
import { eventually } from '../local/eventually';

const FOLDERS = ['in', 'out', 'failed', 'processed'] as const;

/** A server that is killed breaks the line; what was under way then fails by itself. */
const QUIET = { error: () => undefined, end: () => undefined, close: () => undefined };

/** The first retailer's own program for SFTP, on a system that may not be there for a while. */
export class SftpPartner {
  private readonly config: SftpClient.ConnectOptions;

  constructor(dataDir: string) {
    const { sftp, retailers } = readSandboxFile(join(dataDir, 'sandbox.json'));
    const access = retailers[0]?.sftp;
    if (!sftp || !access) throw new Error('sandbox.json names no SFTP server');
    const privateKey = readFileSync(access.privateKeyPath, 'utf8');
    this.config = { host: sftp.host, port: sftp.port, username: access.username, privateKey };
  }

  /** As soon as somebody lets it in. */
  async connect(): Promise<SftpClient> {
    return await eventually(async () => {
      const client = new SftpClient('partner', QUIET);
      try {
        await client.connect(this.config);
        return client;
      } catch {
        return undefined;
      }
    });
  }

  async with<Answer>(work: (client: SftpClient) => Promise<Answer>): Promise<Answer> {
    const client = await this.connect();
    return await work(client).finally(() => client.end().catch(() => undefined));
  }

  /** Each of them, until the server says that it has it: where the line broke before, again. */
  async put(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await eventually(() =>
        this.with((client) => client.put(Buffer.from(text), path)).then(
          () => true,
          () => undefined,
        ),
      );
    }
  }

  /** Once it is there, on a server that is not killed any more. */
  async text(path: string): Promise<string> {
    return await this.with(async (client) => {
      await eventually(async () => ((await client.exists(path)) === false ? undefined : true));
      const bytes = await client.get(path);
      if (!Buffer.isBuffer(bytes)) throw new Error(`${path} is no file`);
      return bytes.toString('utf8');
    });
  }

  /** Every file in each folder, as the partner sees them. */
  async files(): Promise<Record<string, string[]>> {
    return await this.with(async (client) => {
      const listed = FOLDERS.map(async (folder) => [
        folder,
        (await client.list(folder)).map(({ name }) => name).sort(),
      ]);
      return Object.fromEntries(await Promise.all(listed));
    });
  }
}
