import { createHash } from 'node:crypto';
import { type AddressInfo } from 'node:net';
import ssh2, { type Connection, type SFTPWrapper } from 'ssh2';

const { Server, utils } = ssh2;
const { STATUS_CODE } = utils.sftp;

type Request = 'WRITE' | 'RENAME' | 'STAT' | 'OPEN' | 'READDIR';

interface Remote {
  content: Buffer;
  modifyTime: number;
}

/** Now and then ssh2 makes a key that it cannot read itself. */
function aKeyPair(): { private: string; public: string } {
  for (;;) {
    const pair = utils.generateKeyPairSync('ed25519');
    if (![pair.private, pair.public].some((text) => utils.parseKey(text) instanceof Error)) return pair;
  }
}

/** A bank's SFTP server on this machine, with a folder in memory, that can be cut off at any request. */
export class SftpBankServer {
  readonly files = new Map<string, Remote>();
  /** cut the connection when this request comes: before it is done, or after it, before the answer */
  cut: { at: Request; when: 'before' | 'after' } | undefined;
  /** says nothing at all, as behind a dead line */
  isSilent = false;
  connectionCount = 0;

  private readonly hostKey = aKeyPair();
  readonly clientKey = aKeyPair();
  private readonly connections = new Set<Connection>();
  private readonly server = new Server({ hostKeys: [this.hostKey.private] }, (connection) => this.greet(connection));

  static async open(): Promise<SftpBankServer> {
    const bank = new SftpBankServer();
    await new Promise<void>((resolve) => bank.server.listen(0, '127.0.0.1', resolve));
    return bank;
  }

  async close(): Promise<void> {
    for (const connection of this.connections) connection.end();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  settings() {
    const key = utils.parseKey(this.hostKey.public);
    if (key instanceof Error) throw key;
    const hash = createHash('sha256').update(key.getPublicSSH()).digest('base64').replace(/=+$/, '');
    return {
      ...{ host: '127.0.0.1', port: (this.server.address() as AddressInfo).port, username: 'ownward' },
      ...{ privateKey: this.clientKey.private, hostKeySha256: `SHA256:${hash}` },
      ...{ outboundFolder: '/to-bank', inboundFolder: '/from-bank' },
    };
  }

  put(path: string, text: string, modifyTime = 1_700_000_000): void {
    this.files.set(path, { content: Buffer.from(text, 'latin1'), modifyTime });
  }

  text(path: string): string | undefined {
    return this.files.get(path)?.content.toString('latin1');
  }

  private greet(connection: Connection): void {
    this.connectionCount += 1;
    this.connections.add(connection);
    connection.on('error', () => undefined);
    connection.on('close', () => void this.connections.delete(connection));
    if (this.isSilent) return;
    connection.on('authentication', (asked) => {
      const key = utils.parseKey(this.clientKey.public);
      if (key instanceof Error || asked.method !== 'publickey' || asked.username !== 'ownward') return asked.reject();
      if (!asked.key.data.equals(key.getPublicSSH())) return asked.reject();
      return asked.accept();
    });
    connection.on('ready', () => {
      connection.on('session', (accept) => {
        accept().on('sftp', (acceptSftp) => this.serve(acceptSftp(), connection));
      });
    });
  }

  private serve(sftp: SFTPWrapper, connection: Connection): void {
    const handles = new Map<number, { path: string; isRead: boolean }>();
    let lastHandle = 0;
    const handleOf = (handle: Buffer) => handles.get(handle.readUInt32BE(0));
    const grant = (id: number, path: string): void => {
      const handle = Buffer.alloc(4);
      handle.writeUInt32BE((lastHandle += 1), 0);
      handles.set(lastHandle, { path, isRead: false });
      sftp.handle(id, handle);
    };
    /** Does a request unless the connection is to be cut before it, and answers it unless it is to be cut after. */
    const doing = (request: Request, act: () => (() => void) | undefined): void => {
      if (this.cut?.at === request && this.cut.when === 'before') return this.hangUp(connection);
      const answer = act();
      if (this.cut?.at === request && this.cut.when === 'after') return this.hangUp(connection);
      answer?.();
    };
    const status = (id: number, code: number) => () => sftp.status(id, code);
    const attributesOf = ({ content, modifyTime }: Remote) => ({
      ...{ mode: 0o100644, uid: 0, gid: 0, size: content.length, atime: modifyTime, mtime: modifyTime },
    });
    const stat = (id: number, path: string): void =>
      doing('STAT', () => () => {
        const file = this.files.get(path);
        if (file) sftp.attrs(id, attributesOf(file));
        else sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
      });

    sftp.on('STAT', stat);
    sftp.on('LSTAT', stat);
    sftp.on('FSTAT', (id, handle) => stat(id, handleOf(handle)?.path ?? ''));
    sftp.on('FSETSTAT', (id) => sftp.status(id, STATUS_CODE.OK));
    sftp.on('REALPATH', (id, path) => sftp.name(id, [{ filename: path, longname: path, attrs: {} as never }]));
    sftp.on('OPEN', (id, path, flags) =>
      doing('OPEN', () => {
        if (flags & utils.sftp.OPEN_MODE.TRUNC) this.put(path, '');
        return () => (this.files.has(path) ? grant(id, path) : sftp.status(id, STATUS_CODE.NO_SUCH_FILE));
      }),
    );
    sftp.on('WRITE', (id, handle, offset, data) =>
      doing('WRITE', () => {
        const file = this.files.get(handleOf(handle)?.path ?? '');
        if (!file) return status(id, STATUS_CODE.FAILURE);
        file.content = Buffer.concat([file.content.subarray(0, offset), data]);
        return status(id, STATUS_CODE.OK);
      }),
    );
    sftp.on('READ', (id, handle, offset, length) => {
      const data = this.files.get(handleOf(handle)?.path ?? '')?.content.subarray(offset, offset + length);
      if (data && data.length > 0) sftp.data(id, data);
      else sftp.status(id, STATUS_CODE.EOF);
    });
    sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK));
    sftp.on('RENAME', (id, from, to) =>
      doing('RENAME', () => {
        const file = this.files.get(from);
        if (!file || this.files.has(to)) return status(id, STATUS_CODE.FAILURE);
        this.files.delete(from);
        this.files.set(to, file);
        return status(id, STATUS_CODE.OK);
      }),
    );
    sftp.on('OPENDIR', (id, path) => grant(id, path));
    sftp.on('READDIR', (id, handle) =>
      doing('READDIR', () => () => {
        const open = handleOf(handle);
        if (!open || open.isRead) return sftp.status(id, STATUS_CODE.EOF);
        open.isRead = true;
        const here = [...this.files].filter(([path]) => path.startsWith(`${open.path}/`));
        const names = here.map(([path, file]) => {
          const filename = path.slice(open.path.length + 1);
          return {
            filename,
            longname: `-rw-r--r-- 1 0 0 ${file.content.length} ${filename}`,
            attrs: attributesOf(file),
          };
        });
        return sftp.name(id, names);
      }),
    );
  }

  private hangUp(connection: Connection): void {
    this.cut = undefined;
    connection.end();
  }
}
