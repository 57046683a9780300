import type { z } from 'zod';
import type { FieldError } from '../../domain/errors';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A body of nothing but mistakes must not become an answer many times its size. */
const ERRORS_MAX = 100;
const KEY_LENGTH_MAX = 100;

/** Each violated field once, in words that repeat nothing of what was sent but names of fields. */
export function fieldErrors(error: z.ZodError, input: unknown): FieldError[] {
  return flatten(error.issues, [])
    .slice(0, ERRORS_MAX)
    .map(({ issue, path }) => ({ pointer: pointer(path), ...words(issue, valueAt(input, path)) }));
}

/** RFC 6901. */
export function pointer(path: Path): string {
  return path.map((key) => `/${pointerKey(String(key))}`).join('');
}

function pointerKey(key: string): string {
  return key
    .slice(0, KEY_LENGTH_MAX)
    .replaceAll(/\p{Cs}/gu, '?')
    .replaceAll('~', '~0')
    .replaceAll('/', '~1');
}

interface Placed {
  issue: Issue;
  path: Path;
}

function flatten(issues: readonly Issue[], above: Path): Placed[] {
  return issues.flatMap((issue): Placed[] => {
    const path = [...above, ...issue.path];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ issue, path: [...path, key] }));
    if (issue.code === 'invalid_union') return flatten(closest(issue.errors), path);
    return [{ issue, path }];
  });
}

/** Of several allowed shapes the caller most likely meant the one that fits best. */
function closest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  return branches.reduce((best, branch) => (weight(branch) < weight(best) ? branch : best));
}

/** A field that the shape does not know tells more than one that it lacks. */
function weight(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 1 + issue.keys.length : 1), 0);
}

function words(issue: Issue, value: unknown): { code: string; detail: string } {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return { code: 'required', detail: 'is required' };
      return { code: 'wrong_type', detail: `must be ${typeName(issue.expected)}` };
    case 'unrecognized_keys':
      return { code: 'unknown_field', detail: 'is not a field of this operation' };
    case 'invalid_value':
      if (value === undefined) return { code: 'required', detail: 'is required' };
      return { code: 'not_allowed', detail: `must be one of: ${issue.values.map(String).join(', ')}` };
    case 'too_small':
      return { code: 'too_small', detail: bound(issue.origin, 'at least', Number(issue.minimum)) };
    case 'too_big':
      return { code: 'too_big', detail: bound(issue.origin, 'at most', Number(issue.maximum)) };
    case 'invalid_format':
      return { code: 'wrong_format', detail: issue.message };
    case 'custom':
      return { code: String(issue.params?.['code'] ?? 'not_valid'), detail: issue.message };
    case 'invalid_union':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
      return { code: 'not_valid', detail: 'is not valid' };
  }
}

function typeName(expected: string): string {
  if (expected === 'int') return 'a whole number';
  if (expected === 'boolean') return 'true or false';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function bound(origin: string, side: string, limit: number): string {
  if (origin === 'string') return `must have ${side} ${limit} characters`;
  if (origin === 'array') return `must have ${side} ${limit} entries`;
  return `must be ${side} ${limit}`;
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.getOwnPropertyDescriptor(value, key)?.value;
  }, input);
}
