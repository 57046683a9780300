import { parsePath } from '../../../http/parse';
import { Notice } from '../../../pages/notice';
import { sendPage } from '../../../pages/send-page';
import type { MessageView } from '../../../ports';
import { MessagePath } from '../../../schemas/message';
import { PortalPage } from '../../portal-page';
import type { PortalRoute, Visit } from '../../visit';
import type { PageTools } from '../deps';
import { leasePath, messagePath } from '../paths';
import { refusalText } from '../refusal-words';
import { leaseIdOf } from '../situation';
import { MESSAGE_WORDS } from './words';

/** What became of a form whose verdict was not there in time. */
export const messageRoutes = ({ ports }: PageTools): PortalRoute[] => [
  {
    method: 'get',
    path: '/leases/:leaseId/messages/:messageId',
    async handle(visit, req, res) {
      const { messageId } = parsePath(MessagePath, { ...req.params, leaseId: leaseIdOf(req) });
      sendPage(
        res,
        <MessagePage visit={visit} message={await ports.reads.message(visit.caller, leaseIdOf(req), messageId)} />,
      );
    },
  },
];

export function MessagePage({ visit, message }: { visit: Visit; message: MessageView }) {
  const words = MESSAGE_WORDS[visit.language];
  const { leaseId, messageId, outcome } = message;
  return (
    <PortalPage visit={visit} title={words.title[outcome]} place="today">
      <Outcome visit={visit} message={message} />
      <div class="actions">
        {outcome === 'pending' ? (
          <a class="button main" href={messagePath(leaseId, messageId)}>
            {words.reload}
          </a>
        ) : null}
        <a class="button" href={leasePath(leaseId)}>
          {words.backToLease}
        </a>
      </div>
    </PortalPage>
  );
}

function Outcome({ visit: { language }, message }: { visit: Visit; message: MessageView }) {
  const words = MESSAGE_WORDS[language];
  switch (message.outcome) {
    case 'pending':
      return <Notice kind="plain">{words.pending}</Notice>;
    case 'accepted':
      return <Notice kind="good">{words.accepted}</Notice>;
    case 'refused':
      return <Notice kind="bad">{refusalText(message.code ?? 'INTERNAL', language)}</Notice>;
  }
}
