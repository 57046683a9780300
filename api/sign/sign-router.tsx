import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import { ERROR_CATALOGUE, LeaseError } from '../../domain/errors';
import { contextOf } from '../http/request-context';
import { sendPage } from '../pages/send-page';
import { settleFailure } from '../problems';
import { noticeKind } from './notice-kinds';
import { NoticePage } from './pages/notice-page';
import { sendCopy } from './send-copy';
import { showAgreement } from './show-agreement';
import { showAttempt } from './show-attempt';
import type { SignDeps } from './sign-deps';
import { takeSignature } from './take-signature';
import { ancestorsOf, languageOf, openVisit, type SignVisit } from './visit';

type Handler = (deps: SignDeps, visit: SignVisit, req: Request, res: Response) => Promise<void>;

/** The signing page: what a customer does with the link the store has handed over (domain.md 2.4, 3.7). */
export function signRouter(deps: SignDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const page = (name: string, handle: Handler): RequestHandler => {
    return async (req, res) => {
      contextOf(req).operationId = name;
      await handle(deps, await openVisit(deps, req, res), req, res);
    };
  };
  router
    .route('/sign/:token')
    .get(page('signingPage', (_deps, visit, _req, res) => showAgreement(deps, visit, res, { says: OPENED })))
    .post(page('signOnPage', takeSignature))
    .all(notAllowed('GET, HEAD, POST'));
  router.route('/sign/:token/attempts/:attempt').get(page('signingAttempt', showAttempt)).all(notAllowed('GET, HEAD'));
  router.route('/sign/:token/copies/:ticket').get(page('signedCopy', sendCopy)).all(notAllowed('GET, HEAD'));
  router.use('/sign', answerFailure(deps));
  return router;
}

const OPENED = ['Initialize: App loaded', 'Lease Summary loaded'] as const;

function notAllowed(allow: string): RequestHandler {
  return (_req, res) => {
    res.setHeader('Allow', allow);
    throw new LeaseError('METHOD_NOT_ALLOWED', `allowed here: ${allow}`);
  };
}

/** A customer is told in words what a program is told by a code. */
function answerFailure({ logger, isSandbox }: SignDeps) {
  return (thrown: unknown, req: Request, res: Response, _next: NextFunction): void => {
    const error = settleFailure(thrown, req, res, logger);
    if (!error) return;
    const { requestId } = contextOf(req);
    const page = <NoticePage language={languageOf(req)} kind={noticeKind(error.code)} requestId={requestId} />;
    const { status } = ERROR_CATALOGUE[error.code];
    sendPage(res, page, { status, frameAncestors: ancestorsOf(req, isSandbox) });
  };
}
