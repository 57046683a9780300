import type { Express, Request, Response } from 'express';
import { LeaseError } from '../../domain/errors';
import { authenticate, requireScope } from '../auth/authenticate';
import type { Operation, Ports, RawCall } from '../operation';
import type { ApiKeys } from '../ports';
import { optionalIdempotencyKey, requiredIdempotencyKey } from './idempotency-key';
import { readJsonBody } from './json-body';
import { clientOf } from './client';
import { rawBodyReader } from './raw-body';
import type { RateLimits } from './rate-limits';
import { contextOf, type RequestContext } from './request-context';

export interface Gate {
  keys: ApiKeys;
  limits: RateLimits;
  ports: Ports;
  send(reply: Awaited<ReturnType<Operation['perform']>>, operation: Operation, req: Request, res: Response): void;
}

/** Every operation at its path, and for every path an answer to the methods it does not have. */
export function mountOperations(app: Express, operations: readonly Operation[], gate: Gate): void {
  for (const [path, atPath] of byPath(operations)) {
    const route = app.route(path);
    for (const operation of atPath) {
      const readBody = bodyReader(operation);
      route[operation.method]((req: Request, res: Response) => serve(operation, gate, req, res, readBody));
    }
    const allow = allowedMethods(atPath);
    route.all((req: Request, res: Response) => {
      res.setHeader('Allow', allow);
      if (req.method === 'OPTIONS') return void res.status(204).end();
      throw new LeaseError('METHOD_NOT_ALLOWED', `allowed here: ${allow}`);
    });
  }
}

/** The order is part of the contract: who, may they, which, the key of the repeat, what. */
async function serve(
  operation: Operation,
  gate: Gate,
  req: Request,
  res: Response,
  readBody: BodyReader,
): Promise<void> {
  const context = contextOf(req);
  context.operationId = operation.operationId;
  await admit(operation, gate, req, res, context);
  context.leaseId = leaseIdIn(req.params);
  const raw: RawCall = {
    caller: context.caller,
    client: clientOf(req),
    origin: `${req.protocol}://${req.host}`,
    requestId: context.requestId,
    path: req.params,
    query: req.query,
    contentDisposition: req.headers['content-disposition'],
    accepts: (mediaTypes) => req.accepts([...mediaTypes]) || mediaTypes[0],
    readIdempotencyKey: () => requiredIdempotencyKey(req),
    readOptionalIdempotencyKey: () => optionalIdempotencyKey(req),
    readBody: () => readBody(req, res),
  };
  gate.send(await operation.perform(raw, gate.ports), operation, req, res);
}

async function admit(operation: Operation, gate: Gate, req: Request, res: Response, context: RequestContext) {
  if (operation.scope === 'none') return operation.isUnlimited ? undefined : gate.limits.countAddress(req, res);
  context.caller = await authenticate(gate.keys, req.headers.authorization).catch(async (error: unknown) => {
    // Whoever guesses keys is slowed down by address; whoever has one is never held up by the guesses of others.
    if (error instanceof LeaseError && error.code === 'UNAUTHENTICATED') await gate.limits.countAddress(req, res);
    throw error;
  });
  await gate.limits.countKey(req, res);
  requireScope(context.caller, operation.scope);
}

type BodyReader = (req: Request, res: Response) => Promise<unknown>;

/** A body on GET means nothing and is not read; anywhere else what is sent must be understood. */
function bodyReader({ method, rawBody }: Operation): BodyReader {
  if (method === 'get') return async () => undefined;
  return rawBody ? rawBodyReader(rawBody) : readJsonBody;
}

/** Only what has the shape of a lease ID reaches the log. */
function leaseIdIn(params: Request['params']): string | undefined {
  const leaseId = params['leaseId'];
  return typeof leaseId === 'string' && /^\d{7,10}$/.test(leaseId) ? leaseId : undefined;
}

/** Literal paths before those with parameters, so that `/leases/lookup` is never taken for a lease. */
function byPath(operations: readonly Operation[]): [string, Operation[]][] {
  const paths = new Map<string, Operation[]>();
  for (const operation of operations) paths.set(operation.path, [...(paths.get(operation.path) ?? []), operation]);
  return [...paths].sort(([a], [b]) => Number(a.includes(':')) - Number(b.includes(':')));
}

export function allowedMethods(atPath: readonly Operation[]): string {
  const methods = atPath.map(({ method }) => method.toUpperCase());
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}
