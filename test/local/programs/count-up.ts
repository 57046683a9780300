import { setImmediate } from 'node:timers/promises';

import { Pool, type PoolClient } from 'pg';

/**
 * A process of its own with five connections at once: reads a number and writes it back one higher, each in a
 * transaction, some rolled back. Prints how many answers belonged to another connection's question.
 */
const main = async (url: string, name: string): Promise<void> => {
  const pool = new Pool({ connectionString: url, max: 5 });
  let strangeCount = 0;
  const countUp = async (client: PoolClient, isRolledBack: boolean): Promise<void> => {
    await client.query('begin');
    const { rows } = await client.query<{ n: string }>('select n from counter where id = $1', [1]);
    await setImmediate();
    await client.query('update counter set n = $1 where id = $2', [Number(rows[0]?.n) + 1, 1]);
    if (isRolledBack) await client.query('select 1 / $1::int', [0]).catch(() => undefined);
    await client.query(isRolledBack ? 'rollback' : 'commit');
    if (!isRolledBack) await client.query('insert into done (who) values ($1)', [name]);
  };
  const lane = async (number: number): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      const client = await pool.connect();
      const question = `${name}-${number}-${round}`;
      const { rows } = await client.query<{ echo: string }>('select $1::text as echo', [question]);
      if (rows[0]?.echo !== question) strangeCount += 1;
      await countUp(client, round % 4 === 3);
      client.release();
    }
  };
  await Promise.all([0, 1, 2, 3, 4].map(lane));
  await pool.end();
  process.stdout.write(`${strangeCount} strange answers\n`);
};

const [url, name] = process.argv.slice(2);
if (url !== undefined && name !== undefined) void main(url, name);
