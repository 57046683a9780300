import type { z } from 'zod';
import { parseBody } from '../../../api/http/parse';
import { LeaseError } from '../../../domain/errors';

/** `ok`, or each fault as `/pointer code`, as a caller would be told. */
export function judged(schema: z.ZodType, body: unknown): 'ok' | string[] {
  try {
    parseBody(schema, body);
    return 'ok';
  } catch (error) {
    if (!(error instanceof LeaseError)) throw error;
    return (error.extra.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

/** A deep copy with one field, named by its JSON pointer, set to another value, or taken out. */
export function withField<Body extends object>(body: Body, pointer: string, value?: unknown): Body {
  const copy = structuredClone(body);
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), copy);
  if (!isRecord(parent)) throw new Error(`nothing at ${pointer}`);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
