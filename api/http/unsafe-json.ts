import type { FieldError } from '../../domain/errors';
import { pointer } from './field-errors';

/** Deeper than any body of ours; without a bound, 256 KiB of brackets would exhaust the stack. */
const DEPTH_MAX = 20;
const ERRORS_MAX = 20;

/**
 * Text that PostgreSQL cannot store (NUL) or that is not text at all (half a surrogate pair) is refused here, once for
 * all fields, so that it can never surface as a failure deep inside.
 */
export function unsafeParts(input: unknown): FieldError[] {
  const found: FieldError[] = [];
  visit(input, [], found);
  return found;
}

function visit(value: unknown, path: readonly string[], found: FieldError[]): void {
  if (found.length >= ERRORS_MAX) return;
  if (typeof value === 'string') {
    if (!isStorable(value)) found.push({ pointer: pointer(path), code: 'unsafe_text', detail: UNSAFE });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= DEPTH_MAX) {
    found.push({ pointer: pointer(path), code: 'too_deep', detail: `must not nest deeper than ${DEPTH_MAX} levels` });
    return;
  }
  for (const [key, part] of Object.entries(value)) visit(part, [...path, key], found);
}

const UNSAFE = 'must not contain NUL or half a surrogate pair';

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Cs}/u.test(text);
}
