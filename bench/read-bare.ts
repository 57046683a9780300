import { createServer } from 'node:http';
import express from 'express';
import { loadSettings } from '../config/settings';
import { findKeyHolder } from '../db/api-keys';
import { openDatabase } from '../db/database';
import { findLease, leaseView } from '../db/leases';
import { leaseId } from '../domain/ids';

/** The least a route can do that reads the same: the key's look-up, the lease's row, its JSON. */
async function main(): Promise<void> {
  const { databaseUrl, databasePoolMaxCount, port, host } = loadSettings();
  const db = openDatabase(databaseUrl, { maxConnectionCount: databasePoolMaxCount });
  const app = express();
  app.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  app.get('/v1/leases/:leaseId', async (req, res) => {
    const [keyId = '', secret = ''] = (req.headers.authorization ?? '').replace('Bearer ', '').split('.');
    const holder = await findKeyHolder(db, keyId, secret);
    const row = holder && (await findLease(db, leaseId(req.params.leaseId)));
    if (!row) return void res.sendStatus(404);
    res.json(leaseView(row));
  });
  createServer(app).listen(port, host);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
