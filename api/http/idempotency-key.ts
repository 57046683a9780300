import type { Request } from 'express';
import { LeaseError } from '../../domain/errors';
import { invalidPart } from './parse';

/** Visible ASCII; a key sent twice arrives joined by a comma and a space, and is refused for the space. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** @throws LeaseError VALIDATION_FAILED when there is one that cannot be a key */
export function optionalIdempotencyKey(req: Request): string | undefined {
  const key = req.get('idempotency-key');
  if (key === undefined || key === '') return undefined;
  if (KEY.test(key)) return key;
  throw invalidPart('/headers/idempotency-key', 'wrong_format', 'must be 1-255 visible ASCII characters');
}

/** @throws LeaseError IDEMPOTENCY_KEY_MISSING | VALIDATION_FAILED */
export function requiredIdempotencyKey(req: Request): string {
  const key = optionalIdempotencyKey(req);
  if (key === undefined) throw new LeaseError('IDEMPOTENCY_KEY_MISSING', 'send an Idempotency-Key of your own making');
  return key;
}
