import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { readSigningLink, requestReceivedAt, type SigningLinkRow } from '../../db/signing-links';
import { findVerdicts } from '../../db/verdicts';
import type { Instant } from '../../domain/calendar-date';
import { answerOf, pendingAnswer } from '../commands/answers';
import { messageIdFor, signingScope } from '../commands/message-ids';
import type { CommandAnswer } from '../ports';

export interface Attempt {
  answer: CommandAnswer;
  receivedAt: Instant;
}

/** What the page knows of a link beside the agreement behind it. */
export interface SigningLinks {
  find(token: string): Promise<SigningLinkRow | undefined>;
  /** What became of the signature given under this key; undefined for one that was never given. */
  attempt(link: SigningLinkRow, idempotencyKey: string): Promise<Attempt | undefined>;
}

export function signingLinks(db: Db, cipher: Cipher): SigningLinks {
  return {
    find: (token) => readSigningLink(db, token),

    async attempt(link, idempotencyKey) {
      const messageId = messageIdFor(cipher, signingScope(link), idempotencyKey);
      const receivedAt = await requestReceivedAt(db, messageId);
      if (receivedAt === undefined) return undefined;
      const [verdict] = await findVerdicts(db, [messageId]);
      const answer = verdict ? answerOf(cipher, verdict, true) : pendingAnswer(link.leaseId, messageId, true);
      return { answer, receivedAt };
    },
  };
}
