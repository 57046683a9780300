import type { Request, Response } from 'express';
import type { HttpMetrics } from '../metrics';
import type { Logger } from '../problems';
import type { RequestContext } from './request-context';

/** One line a request: what was asked, by which key, and how it ended. No URL (links are secrets), no body, no header. */
export function logWhenDone(
  req: Request,
  res: Response,
  context: RequestContext,
  logger: Logger,
  metrics: HttpMetrics,
) {
  res.once('close', () => {
    const durationMs = performance.now() - context.startedMs;
    const { requestId, operationId = 'none', leaseId, caller } = context;
    const status = res.writableFinished ? res.statusCode : 499;
    metrics.observe(operationId, req.method, status, durationMs / 1000);
    const fields = { requestId, method: req.method, operationId, leaseId, keyId: caller?.keyId, status };
    logger.info({ ...fields, durationMs: Math.round(durationMs * 10) / 10 }, 'request');
  });
}
