import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { LeaseError } from '../../../../domain/errors';
import type { LeaseId } from '../../../../domain/ids';
import { fileIn } from '../../../http/multipart-file';
import { parsePath } from '../../../http/parse';
import { isLanguage, type Language } from '../../../pages/language';
import { sendPage } from '../../../pages/send-page';
import { ReturnPath } from '../../../schemas/returns';
import type { PortalRoute, Visit } from '../../visit';
import { askOnce, perform } from '../ask';
import type { PageTools } from '../deps';
import { answerForm } from '../form-answer';
import { receiptPath } from '../paths';
import { sendFile } from '../send-file';
import { leaseIdOf, situationOf } from '../situation';
import { ReceiptPage } from './page';

const PATH = '/leases/:leaseId/returns/:returnId';

export const receiptRoutes = (tools: PageTools): PortalRoute[] => [
  {
    method: 'get',
    path: PATH,
    async handle(visit, req, res) {
      const shown = await receiptOf(tools, visit, returnPathOf(req));
      const isJustAttached = req.query['done'] === 'credit-invoice';
      sendPage(
        res,
        <ReceiptPage {...{ visit, ...shown, isJustAttached }} language={paperLanguage(req, visit)} problems={[]} />,
      );
    },
  },
  {
    method: 'get',
    path: `${PATH}/credit-invoice`,
    async handle({ caller, requestId }, req, res) {
      sendFile(res, await perform(tools, 'requestCreditInvoice', { caller, requestId, path: returnPathOf(req) }));
    },
  },
  {
    method: 'post',
    path: `${PATH}/credit-invoice`,
    takesFile: true,
    async handle(visit, req, res) {
      const path = returnPathOf(req);
      const { caller, requestId, language } = visit;
      const body: unknown = req.body;
      const keyedBy = { returnId: path.returnId, sha256: sha256In(body) };
      const asked = await askOnce(tools, 'attachCreditInvoice', { caller, requestId, path, body, keyedBy });
      await answerForm(res, asked, {
        language,
        fieldNames: () => undefined,
        done: () => `${receiptPath(path.leaseId, path.returnId)}?done=credit-invoice`,
        again: async ({ problems }) => {
          const shown = await receiptOf(tools, visit, path);
          return <ReceiptPage {...{ visit, ...shown, language, problems }} isJustAttached={false} />;
        },
      });
    },
  },
];

const returnPathOf = (req: Request) => parsePath(ReturnPath, { ...req.params, leaseId: leaseIdOf(req) });

/** @throws LeaseError LEASE_NOT_FOUND; NOT_FOUND for a return that is not this lease's */
async function receiptOf(tools: PageTools, visit: Visit, path: { leaseId: LeaseId; returnId: string }) {
  const situation = await situationOf(tools, visit, path.leaseId);
  const returns = await tools.ports.money.returns.list(visit.caller, path.leaseId);
  const returned = returns.find(({ returnId }) => returnId === path.returnId);
  if (!returned) throw new LeaseError('NOT_FOUND', 'no such return');
  return { situation, returned };
}

function paperLanguage(req: Request, { language }: Visit): Language {
  const asked = req.query['in'];
  return isLanguage(asked) ? asked : language;
}

/** Of the file itself: the lines around it are others every time. */
function sha256In(body: unknown): string {
  const file = Buffer.isBuffer(body) ? fileIn(body) : undefined;
  return createHash('sha256')
    .update(file ?? '')
    .digest('hex');
}
