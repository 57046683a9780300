import type { Request } from 'express';

/** One text of the address's query; empty where it is absent or given twice. */
export function queryText(req: Request, name: string): string {
  const value = req.query[name];
  return typeof value === 'string' ? value.trim() : '';
}
