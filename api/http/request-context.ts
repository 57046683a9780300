import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Caller } from '../ports';

/** What the log line, the answer and the Signal say about one request. Never content. */
export interface RequestContext {
  requestId: string;
  startedMs: number;
  operationId: string | undefined;
  leaseId: string | undefined;
  caller: Caller | undefined;
}

const contexts = new WeakMap<Request, RequestContext>();

/** Visible ASCII only: it stands in headers and logs. Two headers arrive joined by a comma and a space: refused too. */
const REQUEST_ID = /^[\x21-\x7e]{1,128}$/;

export function openContext(req: Request): RequestContext {
  const given = req.headers['x-request-id'];
  const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  const context = {
    requestId,
    startedMs: performance.now(),
    operationId: undefined,
    leaseId: undefined,
    caller: undefined,
  };
  contexts.set(req, context);
  return context;
}

/** A request that failed before the first middleware still gets an id. */
export function contextOf(req: Request): RequestContext {
  return contexts.get(req) ?? openContext(req);
}
