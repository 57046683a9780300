import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express';
import helmet from 'helmet';
import { LeaseError } from '../domain/errors';
import { mountDocs } from './docs/docs-page';
import { mountOperations } from './http/mount';
import { createRateLimits, type Limits } from './http/rate-limits';
import { openContext } from './http/request-context';
import { logWhenDone } from './http/request-log';
import { createSend } from './http/send';
import type { CommerceReads } from './commerce-api/port';
import type { DocumentReads } from './documents/documents-port';
import type { FundingFiles } from './funding-files/port';
import type { MoneyPorts } from './money/ports';
import type { WebhookEndpoints } from './webhooks/port';
import { serveAssets } from './pages/assets';
import type { HttpMetrics } from './metrics';
import type { EdgeClock, Ports } from './operation';
import { allOperations } from './operations';
import type { ApiKeys, LeaseCommands, LeaseReads, Readiness, Sandbox } from './ports';
import { answerProblem, type Logger } from './problems';

export interface ApiDeps {
  keys: ApiKeys;
  commands: LeaseCommands;
  reads: LeaseReads;
  money: MoneyPorts;
  documents: DocumentReads;
  commerce: CommerceReads;
  webhooks: WebhookEndpoints;
  fundingFiles: FundingFiles;
  readiness: Readiness;
  /** absent in live: the sandbox operations then do not exist */
  sandbox?: Sandbox;
  clock: EdgeClock;
  logger: Logger;
  metrics: HttpMetrics;
  limits: Limits;
  /** parse what goes out too; on in tests and the sandbox */
  checksAnswers: boolean;
  /** what people see in a browser: portal, signing page */
  pages?: readonly Router[];
  /** the store portal, which works on the very ports that the operations work on */
  portal?: (ports: Ports) => Router;
  /** how many proxies stand before us, so that an address is the caller's own; 0: none */
  trustedProxyCount?: number;
}

/** The HTTP side of Ownward: every route, its conventions and its documentation, on the ports given. */
export function createApp(deps: ApiDeps): Express {
  const { logger, metrics, keys } = deps;
  const limits = createRateLimits(deps.limits);
  const operations = allOperations(deps.clock).filter(({ isSandboxOnly }) => !isSandboxOnly || deps.sandbox);
  const ports = portsOf(deps);
  const app = bareApp(deps.trustedProxyCount ?? 0);

  app.use((req: Request, res: Response, next: NextFunction) => {
    const context = openContext(req);
    res.setHeader('X-Request-Id', context.requestId);
    res.setHeader('Cache-Control', 'no-store');
    logWhenDone(req, res, context, logger, metrics);
    next();
  });
  app.use(securityHeaders());
  mountOperations(app, operations, {
    keys,
    limits,
    ports,
    send: createSend(logger, deps.checksAnswers),
  });
  // After the operations: reads are many, readers few, and every route passed on the way costs.
  mountDocs(app, operations, deps.clock, limits);
  app.use('/assets', serveAssets());
  for (const router of deps.pages ?? []) app.use(router);
  if (deps.portal) app.use(deps.portal(ports));
  app.use(() => {
    throw new LeaseError('NOT_FOUND', 'nothing at this address');
  });
  app.use((error: unknown, req: Request, res: Response, _next: NextFunction) => answerProblem(error, req, res, logger));
  return app;
}

function bareApp(trustedProxyCount: number): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('query parser', 'simple');
  app.set('trust proxy', trustedProxyCount);
  return app;
}

/** Answers are data: nothing in them may be run, framed or shown as a page. */
function securityHeaders() {
  return helmet({
    frameguard: { action: 'deny' },
    xPoweredBy: false, // never set, see above
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });
}

function portsOf({ metrics, ...deps }: ApiDeps): Ports {
  const { commands, reads, money, documents, commerce, webhooks, fundingFiles, readiness, sandbox } = deps;
  const metricsText = () => metrics.text();
  return { commands, reads, money, documents, commerce, webhooks, fundingFiles, readiness, sandbox, metricsText };
}
