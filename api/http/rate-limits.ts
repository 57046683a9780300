import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { LeaseError } from '../../domain/errors';
import { contextOf } from './request-context';

export interface Limits {
  /** per API key */
  requestsPerMinute: number;
  /** per client address, for requests without a valid key */
  openRequestsPerMinute: number;
}

export interface RateLimits {
  /** @throws LeaseError RATE_LIMITED */
  countKey(req: Request, res: Response): Promise<void>;
  /** @throws LeaseError RATE_LIMITED */
  countAddress(req: Request, res: Response): Promise<void>;
}

const WINDOW_MS = 60_000;

/** Counted by each process for itself: with N processes a key may do N times as much. */
export function createRateLimits(limits: Limits): RateLimits {
  const perKey = limiter(limits.requestsPerMinute, (req) => contextOf(req).caller?.keyId ?? 'none');
  const perAddress = limiter(limits.openRequestsPerMinute, (req) => ipKeyGenerator(req.ip ?? 'unknown'));
  return {
    countKey: (req, res) => run(perKey, req, res),
    countAddress: (req, res) => run(perAddress, req, res),
  };
}

function limiter(limit: number, keyGenerator: (req: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit,
    keyGenerator,
    standardHeaders: 'draft-6',
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new LeaseError('RATE_LIMITED', 'too many requests, wait for Retry-After')),
  });
}

function run(handler: RequestHandler, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void handler(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
}
