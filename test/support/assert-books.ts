import { type BooksOptions, proveBooks } from '../../db/books';
import type { Db } from '../../db/database';

/** Call it after every scenario and every fault run; throws with every finding when a money law of quality.md 1 is broken. */
export async function assertBooks(db: Db, options: BooksOptions = {}): Promise<void> {
  const findings = await proveBooks(db, options);
  if (findings.length === 0) return;
  const lines = findings.map(({ law, subject, detail }) => `${law} ${subject}: ${detail}`);
  throw new Error(['The books do not hold:', ...lines].join('\n  '));
}
