import { type ErrorCode, ERROR_CATALOGUE } from '../../domain/errors';
import type { Operation } from '../operation';

/** Every code an operation can answer: its own, and those that come with its kind. */
export function codesOf(operation: Operation): ErrorCode[] {
  const kinds: [boolean, ErrorCode[]][] = [
    [true, ['VALIDATION_FAILED', 'INTERNAL', 'UNAVAILABLE']],
    [!operation.isUnlimited, ['RATE_LIMITED']],
    [operation.scope !== 'none', ['UNAUTHENTICATED', 'FORBIDDEN']],
    [operation.path.includes(':leaseId'), ['LEASE_NOT_FOUND']],
    [operation.method !== 'get', ['BODY_TOO_LARGE']],
    [operation.rawBody !== undefined, ['UNSUPPORTED_MEDIA_TYPE']],
    [operation.idempotency === 'required', ['IDEMPOTENCY_KEY_MISSING']],
    [operation.idempotency !== 'none', ['IDEMPOTENCY_KEY_REUSED']],
  ];
  const common = kinds.flatMap(([applies, codes]) => (applies ? codes : []));
  return [...new Set([...common, ...operation.errorCodes])];
}

/** The same by HTTP status, in rising order. */
export function codesByStatus(operation: Operation): [number, ErrorCode[]][] {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codesOf(operation)) {
    const { status } = ERROR_CATALOGUE[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].sort(([a], [b]) => a - b);
}
