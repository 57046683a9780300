import { createServer, type Server as NetServer, type Socket } from 'node:net';
import ssh2, { type AuthContext, type Connection } from 'ssh2';
import type { Logger } from '../config/logger';
import { ALGORITHMS } from './algorithms';
import { type FindPartner, partnerShown } from './authentication';
import { Connections } from './connections';
import type { Desk } from './file-requests';
import type { Limits } from './limits';
import type { SftpPartner } from '../db/sftp-partners';
import { serveSession } from './session';

/** Of one connection: a client that shares it among several programs opens more than one. */
const SESSIONS_MAX_COUNT = 4;

/** Answers that nobody fetches: such a client only wants to fill our memory. */
const UNFETCHED_MAX_BYTES = 8 * 1_024 * 1_024;

export interface ServerParts {
  /** private keys, as text */
  readonly hostKeys: string[];
  readonly limits: Limits;
  readonly logger: Logger;
  find: FindPartner;
  /** what a partner may do and see */
  deskOf(partner: SftpPartner): Promise<Desk>;
}

/** An SFTP server, and nothing else: no shell, no commands, no forwarding, no passwords. */
export class SftpServer {
  private readonly net: NetServer;
  readonly connections: Connections;

  constructor(private readonly parts: ServerParts) {
    this.connections = new Connections(parts.limits);
    this.net = createServer({ noDelay: true }, (socket) => this.greet(socket));
  }

  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.net.once('error', reject).listen(port, host, resolve);
    });
    const address = this.net.address();
    return address !== null && typeof address === 'object' ? address.port : port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.net.close(() => resolve()));
    this.connections.endAll();
    await closed;
  }

  private greet(socket: Socket): void {
    const { hostKeys, limits } = this.parts;
    // What breaks a line is told by whoever was using it.
    socket.on('error', () => undefined);
    if (!this.connections.welcome(socket)) return void socket.destroy();
    socket.on('data', () => socket.writableLength > UNFETCHED_MAX_BYTES && socket.destroy());
    const patience = setTimeout(() => socket.destroy(), limits.handshakeMs);
    socket.once('close', () => clearTimeout(patience));
    // A server for each socket: so it is known which one a connection is on.
    new ssh2.Server({ hostKeys, algorithms: ALGORITHMS, ident: 'Ownward' }, (connection) => {
      connection.on('error', () => undefined);
      this.admit(connection, socket, () => clearTimeout(patience));
    }).injectSocket(socket);
  }

  private admit(connection: Connection, socket: Socket, onLetIn: () => void): void {
    const { limits, logger } = this.parts;
    let triesCount = 0;
    let letIn: LetIn | undefined;
    const answer = async (asked: AuthContext): Promise<void> => {
      const partner = await partnerShown(asked, this.parts.find);
      if (!partner) return asked.reject(['publickey']);
      if (asked.method === 'publickey' && asked.signature) {
        // Before it is let in: OpenSSH speaks at once, and what comes before somebody listens is lost.
        letIn = { partner, desk: await this.parts.deskOf(partner) };
      }
      asked.accept();
    };
    connection.on('authentication', (asked) => {
      // The first call of every client is one with no method, to hear which there are.
      triesCount += asked.method === 'none' ? 0 : 1;
      if (triesCount > limits.authenticationTriesMaxCount) return void connection.end();
      answer(asked).catch((error: unknown) => {
        logger.error({ err: error }, 'a partner could not be let in');
        socket.destroy();
      });
    });
    connection.once('ready', () => {
      onLetIn();
      if (letIn) this.serve(connection, socket, letIn);
    });
  }

  private serve(connection: Connection, socket: Socket, { partner, desk }: LetIn): void {
    const { limits, logger } = this.parts;
    const { merchantId } = partner;
    if (!this.connections.letIn(socket, partner)) {
      logger.warn({ merchantId }, 'too many connections of one partner');
      return void connection.end();
    }
    const idle = setTimeout(() => socket.destroy(), limits.idleMs);
    socket.once('close', () => clearTimeout(idle));
    const parts = { socket, logger, onRequest: () => void idle.refresh() };
    let sessionCount = 0;
    connection.on('session', (accept, reject) => {
      if (sessionCount >= SESSIONS_MAX_COUNT) return void reject();
      sessionCount += 1;
      const session = accept();
      session.once('close', () => (sessionCount -= 1));
      session.once('sftp', (acceptSftp) => {
        serveSession(acceptSftp(), desk, parts).catch((error: unknown) => {
          logger.error({ err: error, merchantId }, 'an SFTP session failed');
          socket.destroy();
        });
      });
    });
  }
}

interface LetIn {
  readonly partner: SftpPartner;
  readonly desk: Desk;
}
