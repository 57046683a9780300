import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/**
 * A pool that no lost connection can hurt: one that breaks is replaced at the next query, and one that stays silent is
 * not used again.
 */
export function sturdyPool(config: pg.PoolConfig): PostgresPool {
  const pool = new pg.Pool(config);
  // Unheard, either event would end the process: the first is that of an idle connection, the second that of one in use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    connect: async () => new HeldConnection(await pool.connect()),
    end: () => pool.end(),
  };
}

/**
 * A connection in one pair of hands. After a statement without an answer nobody knows where it stands: given back, it
 * would hand its silence, or even its open transaction, to the next request. So it is closed, and the server rolls back.
 */
class HeldConnection implements PostgresPoolClient {
  private silence: Error | undefined;

  constructor(private readonly client: pg.PoolClient) {}

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(statement: string | PostgresCursor<R>, parameters: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string') throw new Error('cursors are not used here');
    return this.ask<R>(statement, parameters);
  }

  release(): void {
    this.client.release(this.silence);
  }

  private async ask<R>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (this.silence) throw this.silence; // the ROLLBACK that follows would only wait as long again
    try {
      const answer: unknown = await this.client.query(statement, [...parameters]);
      return answer as PostgresQueryResult<R>;
    } catch (error) {
      if (error instanceof Error && error.message === 'Query read timeout') this.silence = error;
      throw error;
    }
  }
}
