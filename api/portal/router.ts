import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { LeaseError } from '../../domain/errors';
import { createRateLimits, type RateLimits } from '../http/rate-limits';
import { contextOf } from '../http/request-context';
import { answerFailurePage } from '../pages/failure-page';
import type { Language } from '../pages/language';
import { languageOf, tokenOf } from './cookies';
import { requireOwnForm } from './csrf';
import { readForm } from './form-body';
import { frameGuests, framePages } from './frame-pages';
import { guestOf, hereOf } from './guests';
import { isSecure } from './is-secure';
import { ownPath } from './own-path';
import type { GuestDeps, PortalDeps } from './portal-deps';
import { visitOf } from './sessions';
import type { GuestRoute, PortalRoute } from './visit';

/** Whose request it is speaks this language, also where something fails. */
const languages = new WeakMap<Request, Language>();

/** The store portal: its frame and what is done with leases in it, with who may use which page. */
export function portalRouter(
  deps: PortalDeps,
  leasePages: readonly PortalRoute[] = [],
  leaseGuests: readonly GuestRoute[] = [],
): Router {
  const limits = createRateLimits(deps.limits);
  const router = guestRouter(deps, [...frameGuests(deps), ...leaseGuests]);
  for (const route of [...framePages(deps), ...leasePages]) {
    router[route.method](`/portal${route.path}`, (req: Request, res: Response) =>
      servePerson(route, deps, limits, req, res),
    );
  }
  router.use('/portal', () => {
    throw new LeaseError('NOT_FOUND', 'nothing at this address');
  });
  router.use('/portal', (error: unknown, req: Request, res: Response, _next: NextFunction) => {
    const language: Language = languages.get(req) ?? languageOf(req);
    answerFailurePage(error, req, res, { logger: deps.logger, language, home: '/portal' });
  });
  return router;
}

/** Pages for people without a session, with the same care for their forms. */
function guestRouter(deps: GuestDeps, routes: readonly GuestRoute[]): Router {
  const limits = createRateLimits(deps.limits);
  const router = express.Router({ caseSensitive: true });
  for (const route of routes) {
    router[route.method](`/portal${route.path}`, (req: Request, res: Response) =>
      serveGuest(route, deps, limits, req, res),
    );
  }
  return router;
}

async function serveGuest(route: GuestRoute, deps: GuestDeps, limits: RateLimits, req: Request, res: Response) {
  contextOf(req).operationId = nameOf(route);
  await limits.countAddress(req, res);
  const guest = guestOf(deps, req, res);
  if (route.method === 'post') {
    await readForm(req, res, false);
    requireOwnForm(deps, req, guest.secret);
  }
  await route.handle(guest, req, res);
}

/** The order matters: who, may they so often, may they at all, is it their own form; only then what it says. */
async function servePerson(route: PortalRoute, deps: PortalDeps, limits: RateLimits, req: Request, res: Response) {
  const context = contextOf(req);
  context.operationId = nameOf(route);
  const found = await visitOf(deps, req);
  if (!found) {
    await limits.countAddress(req, res);
    return res.redirect(303, signInPath(req, deps));
  }
  const { visit, secret } = found;
  context.caller = visit.caller;
  languages.set(req, visit.language);
  await limits.countKey(req, res);
  if (route.roles && !route.roles.includes(visit.role)) throw new LeaseError('FORBIDDEN', `not for a ${visit.role}`);
  if (route.method === 'post') {
    await readForm(req, res, route.takesFile === true);
    requireOwnForm(deps, req, secret);
  }
  await route.handle(visit, req, res);
}

/** For log and metrics: the page, never the address that was asked for. */
const nameOf = ({ method, path }: { method: string; path: string }): string => `portal ${method} ${path}`;

/** What was asked for is shown after signing in; what a form said is not kept. */
function signInPath(req: Request, deps: GuestDeps): string {
  const next = encodeURIComponent(req.method === 'GET' ? ownPath(req.originalUrl) : hereOf(req));
  const hadSession = tokenOf(req, 'ownward_session', isSecure(deps, req)) !== undefined;
  return `/portal/sign-in?next=${next}${hadSession ? '&reason=expired' : ''}`;
}
