import type { Request, Response } from 'express';
import { ERROR_CATALOGUE } from '../../domain/errors';
import { contextOf } from '../http/request-context';
import { type Logger, settleFailure } from '../problems';
import { FAILURE_WORDS } from './failure-words';
import type { Language } from './language';
import { Page } from './page';
import { sendPage } from './send-page';

/** Whatever went wrong, as a page; told of itself only what its reader can do, and the number to ask us with. */
export function answerFailurePage(
  thrown: unknown,
  req: Request,
  res: Response,
  { logger, language, home }: { logger: Logger; language: Language; home: string },
): void {
  const error = settleFailure(thrown, req, res, logger);
  if (error === undefined) return;
  const { status } = ERROR_CATALOGUE[error.code];
  const words = FAILURE_WORDS[language];
  const [title, text] = words[kindOf(status)];
  const page = (
    <Page language={language} title={title} site="Ownward">
      <p>{text}</p>
      <p class="quiet">
        {words.reference}: <code>{contextOf(req).requestId}</code>
      </p>
      <p>
        <a class="button" href={home}>
          {words.back}
        </a>
      </p>
    </Page>
  );
  sendPage(res, page, { status });
}

function kindOf(status: number) {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 405 || status === 410) return 'notFound';
  if (status === 413) return 'tooLarge';
  if (status === 429) return 'tooMany';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'failed' : 'notUnderstood';
}
