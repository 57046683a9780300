import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';

import type { PGlite } from '@electric-sql/pglite';

import { greetingOf, openPglite } from './pglite-session';
import { Turns } from './turns';
import { type Session, WireConnection } from './wire-connection';

export interface EmbeddedDatabaseOptions {
  /** Folder of the database; in memory when absent. */
  readonly dataDir?: string;
  /** Loopback port; a free one when absent. */
  readonly port?: number;
  /** Content to begin with, from `dump()`. */
  readonly loadDump?: Blob;
  readonly idleInTransactionMs?: number;
}

export interface EmbeddedDatabase {
  /** For any plain `pg` client, in any process of this machine. */
  readonly url: string;
  /** Rejects when the engine has died under its clients; only a new process can go on then. */
  readonly failed: Promise<never>;
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const shut = (server: Server, sockets: ReadonlySet<Socket>): void => {
  server.close();
  for (const socket of sockets) socket.destroy();
};

const sessionOf = async (db: PGlite, onFailure: (error: unknown) => void): Promise<Session> => ({
  greeting: await greetingOf(db),
  run: async (bytes, answer) => {
    try {
      await db.runExclusive(() => db.execProtocolRawStream(bytes, { onRawData: answer }));
    } catch (error) {
      // SQL errors are answers on the wire; what is thrown here is the engine's own end.
      onFailure(error);
      throw error;
    }
  },
  isInTransaction: () => db.isInTransaction(),
  rollback: async () => void (await db.exec('ROLLBACK')),
});

const failureSignal = (): { failed: Promise<never>; fail: (error: unknown) => void } => {
  let fail = (_error: unknown): void => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Whoever does not watch (a test) meets the failure as a lost connection instead.
  failed.catch(() => undefined);
  return { failed, fail };
};

/**
 * Serves PGlite to plain `pg` clients. PGlite has one session: statements run one after another, an open transaction
 * holds all other clients, and SET, session locks, named statements, LISTEN and COPY FROM STDIN are not for it.
 * @throws Refusal when the folder cannot be opened.
 */
export const openEmbeddedDatabase = async (options: EmbeddedDatabaseOptions = {}): Promise<EmbeddedDatabase> => {
  const sockets = new Set<Socket>();
  let serve = (socket: Socket): void => void early.push(socket);
  const early: Socket[] = [];
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(socket);
  });
  // The port comes first: it keeps a second process from opening the same folder. Who comes early waits.
  const port = await listen(server, options.port ?? 0);
  const db = await openPglite(options.dataDir, options.loadDump).catch((error: unknown) => {
    shut(server, sockets);
    throw error;
  });
  const { failed, fail } = failureSignal();
  const turns = new Turns();
  const session = await sessionOf(db, fail);
  serve = (socket) => {
    new WireConnection(socket, { session, turns, idleInTransactionMs: options.idleInTransactionMs ?? 30_000 });
    socket.resume();
  };
  early.forEach(serve);

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const endTurn = await turns.take();
    return work().finally(endTurn);
  };
  const close = async (): Promise<void> => {
    shut(server, sockets);
    await inTurn(() => db.close());
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    failed,
    dump: () => inTurn(() => db.dumpDataDir('none')),
    close,
  };
};
