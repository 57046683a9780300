import type { Socket } from 'node:net';
import ssh2, { type SFTPWrapper } from 'ssh2';
import type { Logger } from '../config/logger';
import { type Desk, FileRequests } from './file-requests';
import { Refusal, refusalOf } from './refusal';
import { RequestQueue } from './request-queue';

const { STATUS_CODE } = ssh2.utils.sftp;

export interface SessionParts {
  readonly socket: Socket;
  readonly logger: Logger;
  /** called at each request: the client is alive */
  onRequest(): void;
}

/** Puts one partner's requests in order and answers each once. Resolves when the session is over and cleared away. */
export async function serveSession(sftp: SFTPWrapper, desk: Desk, parts: SessionParts): Promise<void> {
  const queue = new RequestQueue({ socket: parts.socket, unsentCount: () => unsentCount(sftp) });
  const files = new FileRequests(desk);
  const session = new Session(sftp, files, queue, parts);
  session.listenForFiles();
  session.listenForFolders();
  session.listenForTheRest();
  await over(sftp, queue);
  await queue.end();
  await files.abandon();
}

class Session {
  constructor(
    private readonly sftp: SFTPWrapper,
    private readonly files: FileRequests,
    private readonly queue: RequestQueue,
    private readonly parts: SessionParts,
  ) {}

  listenForFiles(): void {
    const { sftp, files } = this;
    sftp.on('OPEN', (id, path, flags) => this.ask(id, async () => sftp.handle(id, await files.open(path, flags))));
    sftp.on('WRITE', (id, handle, offset, data) => {
      // A copy: the original is a part of whatever the line has brought, which would be held with it.
      const own = Buffer.from(data);
      this.do(id, () => files.write(handle, offset, own), own.length);
    });
    sftp.on('READ', (id, handle, offset, length) => {
      this.ask(id, async () => {
        const data = await files.read(handle, offset, length);
        if (data) sftp.data(id, data);
        else sftp.status(id, STATUS_CODE.EOF);
      });
    });
    sftp.on('CLOSE', (id, handle) => this.do(id, () => files.close(handle)));
    sftp.on('RENAME', (id, from, to) => this.do(id, () => files.rename(from, to)));
    sftp.on('REMOVE', (id, path) => this.do(id, () => files.remove(path)));
  }

  listenForFolders(): void {
    const { sftp, files } = this;
    sftp.on('OPENDIR', (id, path) => this.ask(id, async () => sftp.handle(id, await files.openFolder(path))));
    sftp.on('READDIR', (id, handle) => {
      this.ask(id, async () => {
        const names = await files.nextNames(handle);
        if (names) sftp.name(id, names);
        else sftp.status(id, STATUS_CODE.EOF);
      });
    });
    sftp.on('REALPATH', (id, path) => this.ask(id, async () => sftp.name(id, [files.realPath(path)])));
  }

  listenForTheRest(): void {
    const { sftp, files } = this;
    const stat = (id: number, path: string): void => this.ask(id, async () => sftp.attrs(id, await files.stat(path)));
    sftp.on('STAT', stat);
    sftp.on('LSTAT', stat);
    sftp.on('FSTAT', (id, handle) => this.ask(id, async () => sftp.attrs(id, await files.statOpened(handle))));
    sftp.on('SETSTAT', (id, path, attributes) => {
      this.do(id, async () => files.setStat(await files.stat(path), attributes));
    });
    sftp.on('FSETSTAT', (id, handle, attributes) => {
      this.do(id, async () => files.setStat(await files.statOpened(handle), attributes));
    });
    for (const never of ['MKDIR', 'RMDIR', 'SYMLINK', 'READLINK', 'EXTENDED']) {
      sftp.on(never, (id: number) => this.do(id, () => Promise.reject(NEVER)));
    }
  }

  private do(id: number, work: () => Promise<void>, byteCount = 0): void {
    const workAndSay = async (): Promise<void> => {
      await work();
      this.sftp.status(id, STATUS_CODE.OK);
    };
    this.ask(id, workAndSay, byteCount);
  }

  /** @param byteCount data that is held until the request is done */
  private ask(id: number, work: () => Promise<void>, byteCount = 0): void {
    this.parts.onRequest();
    this.queue.push(byteCount, () => work().catch((error: unknown) => this.refuse(id, error)));
  }

  private refuse(id: number, error: unknown): void {
    const refusal = refusalOf(error);
    if (!refusal) this.parts.logger.error({ err: error }, 'a request on files failed');
    this.sftp.status(id, refusal?.status ?? STATUS_CODE.FAILURE, refusal?.message ?? 'this failed; try again later');
  }
}

const NEVER = new Refusal(STATUS_CODE.OP_UNSUPPORTED, 'there are no links here, and no folders but the four');

/** OpenSSH waits for our end of the stream before it says goodbye; what it asked before that is answered first. */
function over(sftp: SFTPWrapper, queue: RequestQueue): Promise<void> {
  return new Promise((resolve) => {
    sftp.once('end', () => void queue.idle().then(() => sftp.end()));
    sftp.once('close', resolve);
    // A packet that is none: ssh2 closes the stream itself.
    sftp.on('error', () => undefined);
  });
}

/** ssh2 keeps what the client's window has no room for, without a word and without end. */
function unsentCount(sftp: SFTPWrapper): number {
  const kept: unknown = Reflect.get(sftp, '_buffer');
  return Array.isArray(kept) ? kept.length : 0;
}
