import { LeaseError } from '../../domain/errors';

/** Opaque to callers, so that what a page hangs on may change. */
export function encodeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws LeaseError VALIDATION_FAILED for a cursor that is not one of ours */
export function decodeCursor(cursor: string, pattern: readonly RegExp[]): string[] {
  const place = parsed(cursor);
  if (place.length === pattern.length && pattern.every((form, index) => form.test(place[index] ?? ''))) return place;
  const detail = 'not a cursor of ours';
  throw new LeaseError('VALIDATION_FAILED', detail, {
    errors: [{ pointer: '/query/cursor', code: 'invalid', detail }],
  });
}

function parsed(cursor: string): string[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(place) ? place.map(String) : [];
  } catch {
    return [];
  }
}
