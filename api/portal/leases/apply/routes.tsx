import type { Request, Response } from 'express';
import { tokenHash } from '../../../../db/contracts';
import { leaseId } from '../../../../domain/ids';
import { isLanguage, type Language } from '../../../pages/language';
import { sendPage } from '../../../pages/send-page';
import { Lease } from '../../../schemas/lease';
import { fieldsOf } from '../../form-body';
import type { Guest, GuestRoute } from '../../visit';
import { type Asked, ask } from '../ask';
import type { PageTools } from '../deps';
import { decisionPath } from '../paths';
import { type FieldNames, namedAs, troubleOf } from '../problems';
import { DecisionPage, GonePage, UsedPage } from './end-pages';
import { applicationBody, applyValues, consentField, CONSENTS } from './fields';
import { ApplyPage } from './form-page';
import type { Handover } from './handovers-port';
import { APPLY_WORDS } from './words';

/** One application by one link: the form, and what became of it. */
export const applyRoutes = (tools: PageTools): GuestRoute[] => [
  {
    method: 'get',
    path: '/apply/:token',
    async handle({ csrfToken }, req, res) {
      const open = await openHandover(tools, req, res);
      if (!open) return;
      const { token, language, handover } = open;
      const shown = { token, csrfToken, language, store: handover.merchantName };
      sendPage(res, <ApplyPage {...shown} values={{}} problems={[]} />);
    },
  },
  { method: 'post', path: '/apply/:token', handle: (guest, req, res) => apply(tools, guest, req, res) },
  {
    method: 'get',
    path: '/apply/:token/decision',
    async handle(_guest, req, res) {
      const { token, language, handover } = await handoverOf(tools, req);
      if (!handover?.leaseId) return sendPage(res, <GonePage language={language} />, { status: 410 });
      const lease = await tools.ports.reads.byId(handover.caller, handover.leaseId);
      sendPage(res, <DecisionPage {...{ token, language, handover, lease }} />);
    },
  },
];

async function apply(tools: PageTools, { requestId, csrfToken }: Guest, req: Request, res: Response): Promise<void> {
  const open = await openHandover(tools, req, res);
  if (!open) return;
  const { token, language, handover } = open;
  const fields = fieldsOf(req);
  const asked = await ask(tools, 'submitApplication', {
    ...{ caller: handover.caller, requestId, idempotencyKey: keyOf(token) },
    body: applicationBody(fields, { storeId: handover.storeId, language }),
  });
  const store = handover.merchantName;
  if (isSentBefore(asked)) return sendPage(res, <UsedPage {...{ language, store }} />, { status: 410 });
  const trouble = troubleOf(asked, applyFields(language), language);
  if (trouble) {
    const shown = { token, csrfToken, store, language, values: applyValues(fields), problems: trouble.problems };
    return sendPage(res, <ApplyPage {...shown} />, { status: trouble.status });
  }
  await tools.handovers.finish(token, leaseId(leaseIn(asked)));
  res.redirect(303, decisionPath(token, language));
}

/**
 * The key of the one application of a link, whatever is typed in it: sent twice, or changed and sent again after the
 * first was kept, it is no second application.
 */
const keyOf = (token: string): string => `handover-${tokenHash(token).toString('hex')}`;

/** With other words: the first ones were kept, and their application goes its way. */
const isSentBefore = (asked: Asked): boolean => asked.outcome === 'refused' && asked.code === 'IDEMPOTENCY_KEY_REUSED';

function leaseIn(asked: Asked): string {
  if (asked.outcome === 'pending') return asked.leaseId;
  if (asked.outcome === 'done') return Lease.pick({ leaseId: true }).loose().parse(asked.body).leaseId;
  throw new Error('only an application that was taken has a lease');
}

interface Open {
  token: string;
  language: Language;
  handover: Handover;
}

/** The hand-over of a link that may still be used; undefined after the customer was told why not. */
async function openHandover(tools: PageTools, req: Request, res: Response): Promise<Open | undefined> {
  const { token, language, handover } = await handoverOf(tools, req);
  if (!handover) return void sendPage(res, <GonePage language={language} />, { status: 410 });
  if (!handover.leaseId) return { token, language, handover };
  return void sendPage(res, <UsedPage language={language} store={handover.merchantName} />, { status: 410 });
}

async function handoverOf({ handovers }: PageTools, req: Request) {
  const token = String(req.params['token']);
  const handover = await handovers.find(token);
  const asked = req.query['language'];
  return { token, handover, language: isLanguage(asked) ? asked : (handover?.language ?? 'en') };
}

function applyFields(language: Language): FieldNames {
  const { labels, consents } = APPLY_WORDS[language];
  const ofConsents = CONSENTS.map((consent) => [consentField(consent), consents[consent].short] as const);
  return namedAs({ ...labels, ...Object.fromEntries(ofConsents) });
}
