import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import { LeaseError } from '../domain/errors';

/** How long a caller should wait before the same request, with the same key, again. */
const RETRY_AFTER_SECONDS = 2;

/** SQLSTATE classes of a database that is away: connection exception, operator intervention. */
const AWAY = /^(08|57P|53)/;
const SOCKET = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];
/** pg has no codes for these. */
const LOST = /timeout exceeded when trying to connect|connection terminated|query read timeout|not queryable/i;

/**
 * The same port, with every failure to reach database or Temporal turned into UNAVAILABLE: the one place that tells an
 * outage from a defect.
 */
export function withAvailability<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(member, target, args);
        } catch (error) {
          throw isOutage(error) ? unavailable() : error;
        }
      };
    },
  });
}

function unavailable(): LeaseError {
  return new LeaseError('UNAVAILABLE', 'temporarily unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
}

/** Whether database or Temporal could not be reached. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof ServiceError || isGrpcServiceError(error)) return true;
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return SOCKET.includes(code) || AWAY.test(code) || LOST.test(error.message);
}
