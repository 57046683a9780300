import type { z } from 'zod';
import { type FieldError, LeaseError } from '../../domain/errors';
import { fieldErrors } from './field-errors';
import { unsafeParts } from './unsafe-json';

/** A path that cannot name anything answers like one that names nothing: ids are not to be guessed by shape. */
export function parsePath<Schema extends z.ZodType>(schema: Schema, path: unknown): z.output<Schema> {
  const parsed = schema.safeParse(path);
  if (parsed.success) return parsed.data;
  const isLease = parsed.error.issues.some((issue) => issue.path[0] === 'leaseId');
  throw isLease ? leaseNotFound() : new LeaseError('NOT_FOUND', 'nothing at this address');
}

export const leaseNotFound = (): LeaseError => new LeaseError('LEASE_NOT_FOUND', 'no such lease');

/** @throws LeaseError VALIDATION_FAILED with pointers below `/query` */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> {
  return parse(schema, query, '/query');
}

/** @throws LeaseError VALIDATION_FAILED with JSON pointers into the body */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  return parse(schema, body, '');
}

/**
 * A body that is no JSON, judged as a whole: what it may hold is for the reader of its format to say.
 * @throws LeaseError VALIDATION_FAILED
 */
export function parseRawBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw invalid(oncePerField(fieldErrors(parsed.error, body)));
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown, root: string): z.output<Schema> {
  const unsafe = unsafeParts(input);
  const parsed = schema.safeParse(input);
  if (parsed.success && unsafe.length === 0) return parsed.data;
  const errors = [...unsafe, ...(parsed.success ? [] : fieldErrors(parsed.error, input))];
  throw invalid(oncePerField(errors).map((error) => ({ ...error, pointer: root + error.pointer })));
}

/** What is wrong first is what to mend first; a second complaint about the same field only confuses. */
function oncePerField(errors: readonly FieldError[]): FieldError[] {
  return [...new Map(errors.toReversed().map((error) => [error.pointer, error])).values()].reverse();
}

/** One violated part of a request that is not in its JSON: a header, the body as a whole. */
export function invalidPart(pointer: string, code: string, detail: string): LeaseError {
  return invalid([{ pointer, code, detail }]);
}

function invalid(errors: FieldError[]): LeaseError {
  const fields = errors.length === 1 ? 'one field is' : `${errors.length} fields are`;
  return new LeaseError('VALIDATION_FAILED', `${fields} not valid`, { errors });
}
