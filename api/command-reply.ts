import { LeaseError } from '../domain/errors';
import type { Reply } from './operation';
import type { CommandAnswer } from './ports';

/** What the caller is told about the end of a command; a repeat hears the same, marked as a repeat. */
export function commandReply(answer: CommandAnswer, status: 200 | 201): Reply {
  const headers: Record<string, string> = answer.replayed ? { 'Idempotent-Replayed': 'true' } : {};
  switch (answer.outcome) {
    case 'accepted':
      return { kind: 'json', status, body: answer.answer, headers };
    case 'refused': {
      const { code, detail, from, event } = answer;
      return { kind: 'refusal', refusal: new LeaseError(code, detail, { from, event }), headers };
    }
    case 'pending': {
      const { leaseId, messageId } = answer;
      const location = `/v1/leases/${leaseId}/messages/${encodeURIComponent(messageId)}`;
      const body = { leaseId, outcome: 'pending', messageId };
      return { kind: 'json', status: 202, body, headers: { ...headers, Location: location } };
    }
  }
}
