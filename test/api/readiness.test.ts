import { readiness } from '../../api/readiness';
import { connectClient } from '../../config/temporal-client';
import { openDatabase } from '../../db/database';

describe('readiness', () => {
  it('is asked once for a crowd, who need no key and are not counted, and anew for who comes later', async () => {
    const temporal = connectClient({ connection: { address: '127.0.0.1:1' }, namespace: 'ownward' });
    const db = openDatabase('postgres://127.0.0.1:1/none', { maxConnectionCount: 1 });
    const withDeadline = jest.spyOn(temporal, 'withDeadline').mockResolvedValue(undefined);
    const ready = readiness(db, temporal);

    const crowd = await Promise.all([ready(), ready(), ready()]);
    expect(crowd).toEqual(Array(3).fill({ database: false, migrations: false, temporal: true }));
    expect(withDeadline).toHaveBeenCalledTimes(1);
    await ready();
    expect(withDeadline).toHaveBeenCalledTimes(2);

    await temporal.connection.close();
    await db.destroy();
  });
});
