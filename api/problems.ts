import type { Request, Response } from 'express';
import { ERROR_CATALOGUE, type ErrorCode, LeaseError } from '../domain/errors';
import { contextOf } from './http/request-context';
import { invalidPart } from './http/parse';

export interface Logger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** Callers of a service that is down for a moment should come back soon, but not at once. */
const RETRY_AFTER_SECONDS: Partial<Record<ErrorCode, number>> = { UNAVAILABLE: 2, RATE_LIMITED: 60 };

/**
 * The one place where a failure becomes an answer (RFC 9457), and the only one that logs it, so each is logged once.
 * Whatever it does not know is INTERNAL; a 5xx body carries nothing but `code` and `requestId`.
 */
export function answerProblem(thrown: unknown, req: Request, res: Response, logger: Logger): void {
  const error = settleFailure(thrown, req, res, logger);
  if (error === undefined) return;
  const { requestId } = contextOf(req);
  const { status } = ERROR_CATALOGUE[error.code];
  if (status === 401)
    res.setHeader('WWW-Authenticate', 'Bearer realm="ownward", Basic realm="ownward", charset="UTF-8"');
  res.status(status).setHeader('Content-Type', PROBLEM_JSON);
  const body = status >= 500 ? { code: error.code, requestId } : problemBody(error, requestId, instanceOf(req));
  res.end(JSON.stringify(body));
}

/**
 * What a failure is by the catalogue, logged once where it is ours; for pages too, which say it in words of their own.
 * @returns undefined where half an answer is out already
 */
export function settleFailure(thrown: unknown, req: Request, res: Response, logger: Logger): LeaseError | undefined {
  const { requestId, operationId } = contextOf(req);
  const error = toLeaseError(thrown);
  const { status } = ERROR_CATALOGUE[error.code];
  if (status >= 500) logger.error({ err: thrown, requestId, operationId, code: error.code }, 'request failed');
  if (res.headersSent) {
    // Half an answer cannot be taken back: cut the connection, so that nobody takes it for a whole one.
    res.destroy();
    return undefined;
  }
  const retryAfter = error.extra.retryAfterSeconds ?? RETRY_AFTER_SECONDS[error.code];
  if (retryAfter !== undefined && !res.hasHeader('Retry-After')) res.setHeader('Retry-After', String(retryAfter));
  return error;
}

/** @param instance the path of this occurrence */
export function problemBody(error: LeaseError, requestId: string, instance: string) {
  const { code, extra } = error;
  const { status, title } = ERROR_CATALOGUE[code];
  const transition = code === 'ILLEGAL_TRANSITION' ? { from: extra.from, event: extra.event } : {};
  const errors = extra.errors ?? [];
  const type = `/docs/errors#${code}`;
  return { type, title, status, detail: error.message, instance, code, requestId, errors, ...transition };
}

/** A signing link is a secret: it stands in no answer and no log, not even in the customer's own. */
function instanceOf(req: Request): string {
  return req.path.replace(/^(\/v1\/signing|\/sign)\/[^/]+/, '$1/-');
}

function toLeaseError(thrown: unknown): LeaseError {
  if (thrown instanceof LeaseError) return thrown;
  return parserError(thrown) ?? new LeaseError('INTERNAL', 'something failed on our side');
}

/** As it stands in the docs: 256 KiB, 10 MiB. body-parser puts the limit on its error. */
function limitOf(thrown: Error): string {
  const limitBytes = 'limit' in thrown && typeof thrown.limit === 'number' ? thrown.limit : 0;
  const kibibytes = Math.floor(limitBytes / 1024);
  if (kibibytes === 0) return 'what is taken here';
  return kibibytes % 1024 === 0 ? `${kibibytes / 1024} MiB` : `${kibibytes} KiB`;
}

/** What Express and body-parser throw: errors with a `type` or a `status` of 4xx. Their messages quote the input. */
function parserError(thrown: unknown): LeaseError | undefined {
  if (!(thrown instanceof Error) || !('status' in thrown) || typeof thrown.status !== 'number') return undefined;
  if (thrown.status === 413) return new LeaseError('BODY_TOO_LARGE', `the body exceeds ${limitOf(thrown)}`);
  if (thrown instanceof URIError) return new LeaseError('NOT_FOUND', 'nothing at this address');
  if (thrown.status === 415) {
    return invalidPart('/headers/content-type', 'not_allowed', 'must be application/json in UTF-8, not compressed');
  }
  if (thrown.status === 400) return invalidPart('', 'malformed_json', 'the body is not well-formed JSON');
  return undefined;
}
