import { proveBooks } from '../db/books';
import type { Db } from '../db/database';

/**
 * Fast but wrong is a failure: after every bench that moved money, its laws must hold.
 * @throws Error naming every finding
 */
export async function requireBooks(db: Db): Promise<void> {
  const findings = await proveBooks(db);
  if (findings.length === 0) return;
  throw new Error(`the books do not hold: ${findings.map(({ law, detail }) => `${law} ${detail}`).join('; ')}`);
}
